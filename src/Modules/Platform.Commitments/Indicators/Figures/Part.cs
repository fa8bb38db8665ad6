using System.Runtime.InteropServices;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Figures;

/// <summary>A snapshot as rules see it: what a quarter or a year is derived from, and what a trend is drawn of.</summary>
internal sealed record Part(Period Period, int Version, decimal? Value, decimal? Numerator, decimal? Denominator, bool Demonstration)
{
    public static Part Of(IndicatorSnapshot snapshot) => new(
        snapshot.Period, snapshot.Version, snapshot.Value, snapshot.Numerator, snapshot.Denominator, snapshot.Demonstration);

    /// <summary>The latest version of each period.</summary>
    public static Dictionary<Period, Part> Latest(IEnumerable<Part> parts)
    {
        var latest = new Dictionary<Period, Part>();
        foreach (var part in parts)
        {
            KeepLatest(latest, part);
        }

        return latest;
    }

    /// <summary>Keeps this version of its period, unless a later one is kept.</summary>
    public static void KeepLatest(Dictionary<Period, Part> latest, Part part)
    {
        ref var kept = ref CollectionsMarshal.GetValueRefOrAddDefault(latest, part.Period, out _);
        if (kept is null || kept.Version < part.Version)
        {
            kept = part;
        }
    }
}
