using Platform.Kernel.Text;

namespace Platform.Kernel.Communes;

/// <summary>A neighbourhood, village or douar of the commune.</summary>
/// <param name="IsCurrent">False where it was taken off the list: what names it keeps its name.</param>
public sealed record Neighbourhood(int Id, LocalizedText Name, bool IsCurrent);

/// <summary>The commune's own list of where people live, kept in one place for every room that asks or tells about it.</summary>
public interface INeighbourhoods
{
    /// <summary>All that were ever on the list, by name in the reader's language.</summary>
    Task<IReadOnlyList<Neighbourhood>> AllAsync(CancellationToken cancellation);
}
