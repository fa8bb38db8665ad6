using Platform.Kernel.Indicators;

namespace Platform.Commitments.Indicators.Library;

/// <summary>The library as it stands: what the platform came with, and what DGCT added since. What was withdrawn stays in it, for the figures that were taken.</summary>
internal sealed class WholeLibrary(IndicatorLibrary first, ILibraryChanges changes) : IStandardIndicators
{
    private Composed? composed;

    public IReadOnlyList<StandardIndicator> All
    {
        get
        {
            var added = changes.Now.Added;
            if (composed is not { } known || !ReferenceEquals(known.Added, added))
            {
                composed = known = new(added, [.. first.All, .. added.Select(one => one.Indicator)]);
            }

            return known.All;
        }
    }

    /// <summary>How an indicator of the library is defined; none where there is none of this code.</summary>
    public IndicatorDefinition? Definition(string code) =>
        first.Definitions.FirstOrDefault(definition => definition.Code == code)
        ?? (changes.Now.Added.FirstOrDefault(one => one.Indicator.Code == code) is { } added ? IndicatorDefinition.Of(added) : null);

    private sealed record Composed(IReadOnlyList<StandardAddition> Added, IReadOnlyList<StandardIndicator> All);
}
