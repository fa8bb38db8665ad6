using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Figures;

/// <summary>A snapshot as rules see it: what a quarter or a year is derived from, and what a trend is drawn of.</summary>
internal sealed record Part(Period Period, int Version, decimal? Value, decimal? Numerator, decimal? Denominator, string RowDigest, bool Demonstration)
{
    public static Part Of(IndicatorSnapshot snapshot) => new(
        snapshot.Period, snapshot.Version, snapshot.Value, snapshot.Numerator, snapshot.Denominator, snapshot.RowDigest, snapshot.Demonstration);

    /// <summary>The latest version of each period.</summary>
    public static Dictionary<Period, Part> Latest(IEnumerable<Part> parts)
    {
        var latest = new Dictionary<Period, Part>();
        foreach (var part in parts)
        {
            if (!latest.TryGetValue(part.Period, out var known) || known.Version < part.Version)
            {
                latest[part.Period] = part;
            }
        }

        return latest;
    }
}
