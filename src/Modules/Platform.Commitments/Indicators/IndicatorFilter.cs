using Platform.Kernel.Indicators;
using Platform.Kernel.Text;

namespace Platform.Commitments.Indicators;

/// <summary>What a reader wants to see of the list.</summary>
/// <param name="Words">Folded words, all of which must be found.</param>
internal sealed record IndicatorFilter(IndicatorKind? Kind, LinkKind? Link, bool? WithValue, string Words)
{
    private const int LongestSearch = 200;

    public bool IsEmpty => Kind is null && Link is null && WithValue is null && Words.Length == 0;

    /// <returns>None where a value is no word that the filter knows.</returns>
    public static IndicatorFilter? Read(string? kind, string? link, string? value, string? words)
    {
        if (!TryWord<IndicatorKind>(kind, out var knownKind) || !TryWord<LinkKind>(link, out var knownLink)
            || value is not (null or "" or "with" or "without") || words?.Length > LongestSearch)
        {
            return null;
        }

        return new(knownKind, knownLink, string.IsNullOrEmpty(value) ? null : value == "with", Folding.Fold(words));
    }

    public bool Keeps(ListedIndicator listed)
    {
        var indicator = listed.Indicator;
        return (Kind is null || indicator.Kind == Kind)
            && (Link is null || IndicatorLink.KindOf(indicator.LinkedTo) == Link)
            && (WithValue is null || listed.Latest?.Value is not null == WithValue)
            && (Words.Length == 0 || Matches(indicator));
    }

    private bool Matches(Indicator indicator)
    {
        var text = Folding.Fold($"{indicator.Name.Ar} {indicator.Name.Fr} {indicator.Definition.Ar} {indicator.Definition.Fr} {indicator.Code}");
        return Words.Split(' ').All(word => text.Contains(word, StringComparison.Ordinal));
    }

    private static bool TryWord<T>(string? text, out T? word)
        where T : struct, Enum
    {
        word = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (!Indicators.Words.TryRead<T>(text, out var known))
        {
            return false;
        }

        word = known;
        return true;
    }
}
