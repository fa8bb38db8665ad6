using Platform.Kernel.Text;

namespace Platform.Kernel.Communes;

/// <summary>Membership of a programme or network, dated.</summary>
/// <param name="Programme"><c>tadafor</c>, <c>remacto</c>, <c>pacto</c> …</param>
public sealed record ProgrammeMembership(string Programme, string? Cohort, DateOnly? From, DateOnly? To, bool Confirmed);

/// <summary>A commune as the catalog lists it.</summary>
/// <param name="RegionCode">01 to 12.</param>
/// <param name="Open">Its site answers: it is neither being provisioned nor suspended nor archived.</param>
/// <param name="Confirmed">False where the project's list of pilots does not name it yet.</param>
public sealed record ListedCommune(
    Commune Commune,
    string RegionCode,
    bool Open,
    bool Confirmed,
    LocalizedText? ConfirmationNote,
    IReadOnlyList<ProgrammeMembership> Memberships);

/// <summary>The communes of this deployment, archived ones left out. What is in it is public.</summary>
public interface ICommuneCatalog
{
    ValueTask<IReadOnlyList<ListedCommune>> AllAsync(CancellationToken cancellation);

    /// <summary>One commune by its official code. What it costs does not grow with the number of communes, however often the catalog changes.</summary>
    ValueTask<ListedCommune?> FindAsync(string code, CancellationToken cancellation);
}
