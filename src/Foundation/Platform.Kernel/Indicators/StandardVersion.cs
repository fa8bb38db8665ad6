using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Kernel.Indicators;

/// <summary>
/// A further version of the definition of a standard indicator, as DGCT published it. The first is the one that the platform came with. What is counted
/// otherwise (another kind, another measure) is another indicator: a version never makes two figures of one series incomparable.
/// </summary>
/// <param name="Version">2 and more.</param>
/// <param name="From">The first month that it holds for.</param>
/// <param name="Reason">Why it changed, for the communes.</param>
public sealed record StandardVersion(
    string Code, int Version, Period From, LocalizedText Name, LocalizedText Definition, LocalizedText Unit, Direction Direction, LocalizedText Reason,
    DateTime PublishedAt);

/// <summary>The published versions of the library; they are kept in the national database.</summary>
public interface IStandardVersions
{
    /// <summary>All of them, in the order of their numbers.</summary>
    ValueTask<IReadOnlyList<StandardVersion>> AllAsync(CancellationToken cancellation);
}

public static class StandardVersions
{
    /// <summary>The version of a definition that holds for a period: that of its first month.</summary>
    /// <returns>None while the first one holds.</returns>
    public static StandardVersion? For(this IEnumerable<StandardVersion> versions, string code, Period period) =>
        versions.Where(version => version.Code == code && version.From.Start <= period.Start).MaxBy(version => version.Version);

    public static int NumberFor(this IEnumerable<StandardVersion> versions, string code, Period period) => versions.For(code, period)?.Version ?? 1;
}
