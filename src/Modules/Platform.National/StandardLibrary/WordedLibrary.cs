using Platform.Kernel.Indicators;
using Platform.Kernel.Time;

namespace Platform.National.StandardLibrary;

/// <summary>The library in the words of the versions that hold for a period: what figures of that period are
/// called, counted in and judged by. What came later or had left by then is not in it.</summary>
internal sealed class WordedLibrary(IStandardIndicators first, IStandardVersions versions, ILibraryChanges changes)
{
    public async ValueTask<IStandardIndicators> ForAsync(Period period, CancellationToken cancellation)
    {
        var published = await versions.AllAsync(cancellation);
        var changed = changes.Now;
        return published.Count + changed.Added.Count + changed.Withdrawn.Count == 0 ? first : new Worded([.. first.All.Where(indicator => changed.Holds(indicator.Code, period)).Select(indicator => published.For(indicator.Code, period) is { } version
            ? indicator with { Name = version.Name, Definition = version.Definition, Unit = version.Unit, Direction = version.Direction }
            : indicator)]);
    }

    private sealed record Worded(IReadOnlyList<StandardIndicator> All) : IStandardIndicators;
}
