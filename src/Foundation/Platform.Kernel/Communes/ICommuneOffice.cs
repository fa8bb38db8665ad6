using Platform.Kernel.People;
using Platform.Kernel.Text;

namespace Platform.Kernel.Communes;

/// <summary>A commune of this platform as operators see it.</summary>
/// <param name="Error">Why it could not be made ready the last time; none where it could.</param>
/// <param name="BeingMade">This process is making its site right now.</param>
public sealed record OfficeCommune(
    Commune Commune, string RegionCode, CommuneState State, DateTime AddedAt, DateTime? ReadyAt, string? Error, bool BeingMade);

/// <summary>A commune of the country, as the official directory names it.</summary>
/// <param name="Slug">Its name in addresses here.</param>
/// <param name="Here">It is on this platform already.</param>
public sealed record DirectoryCommune(
    string Code, string Slug, LocalizedText Name, LocalizedText Province, LocalizedText Region, int Population, bool Here);

public enum CommuneAddition
{
    Added,
    AlreadyHere,

    /// <summary>The directory has no such commune.</summary>
    Unknown,

    /// <summary>The files that it would begin with have mistakes.</summary>
    WrongFiles,
}

/// <param name="Slug">The commune, where it is here now.</param>
/// <param name="Problems">Mistakes of its files.</param>
public sealed record CommuneAdded(CommuneAddition Addition, string? Slug, IReadOnlyList<string> Problems);

/// <summary>
/// What operators do with communes, from pages and from the console alike. The tenancy room does it; the national room has only the pages. Every act is
/// written into the national audit trail with its reason, by whoever acts in the scope.
/// </summary>
public interface ICommuneOffice
{
    /// <summary>Every commune of the platform, archived ones too.</summary>
    Task<IReadOnlyList<OfficeCommune>> AllAsync(CancellationToken cancellation);

    Task<OfficeCommune?> FindAsync(string slug, CancellationToken cancellation);

    /// <summary>Communes of the country by official code, or by words of a name in Arabic or French.</summary>
    Task<IReadOnlyList<DirectoryCommune>> SearchAsync(string words, int most, CancellationToken cancellation);

    Task<DirectoryCommune?> OfDirectoryAsync(string code, CancellationToken cancellation);

    /// <summary>Enters the commune in the catalog; its site is made afterwards, without anybody waiting.</summary>
    Task<CommuneAdded> AddAsync(string code, string reason, CancellationToken cancellation);

    /// <summary>Makes the site again that could not be made; nobody waits.</summary>
    /// <returns>False where there is no such commune, or it is suspended or archived.</returns>
    Task<bool> MakeAgainAsync(string slug, CancellationToken cancellation);

    /// <returns>False where its state does not allow it.</returns>
    Task<bool> SuspendAsync(string slug, string reason, CancellationToken cancellation);

    /// <returns>False where its state does not allow it.</returns>
    Task<bool> ResumeAsync(string slug, string reason, CancellationToken cancellation);

    /// <summary>Invites somebody to the commune.</summary>
    /// <returns>Null where there is no such commune, or its database is not there yet.</returns>
    Task<InvitationResult?> InviteAsync(string slug, InvitationRequest request, CancellationToken cancellation);
}
