using Platform.Kernel.Indicators;
using Platform.Kernel.Measures;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Figures;

/// <summary>What an indicator amounts to in a period, as it stands now: what a snapshot is taken of.</summary>
/// <param name="Value">None where there was nothing to divide by.</param>
/// <param name="Denominator">None for counts and steps of a scale.</param>
/// <param name="RowDigest">SHA-256 over the rows that it was made of.</param>
internal sealed record Figure(
    decimal? Value,
    decimal? Numerator,
    decimal? Denominator,
    string RowDigest,
    SnapshotOrigin Origin,
    string? MeasureKey = null,
    int? MeasureVersion = null,
    bool Demonstration = false)
{
    // Digests of what no room measures are made as measures make theirs.
    private static readonly MeasureDefinition Unmeasured = new("", 1, MeasureValue.Count, PeriodBehaviour.Stock);

    public static Figure Measured(MeasureDefinition measure, Measurement measurement) => new(
        measurement.Value,
        measurement.Numerator,
        measure.Value == MeasureValue.Count ? null : measurement.Denominator,
        measurement.RowDigest,
        SnapshotOrigin.Measured,
        measure.Key,
        measure.Version);

    public static Figure Entered(ManualValue value) => new(
        value.Value,
        value.Numerator,
        value.Denominator,
        Measurement.Of(Unmeasured, [RowOf(value)]).RowDigest,
        SnapshotOrigin.Manual,
        Demonstration: value.Demonstration);

    /// <summary>The figure of a quarter or a year, by the indicator's rule.</summary>
    /// <param name="parts">The latest version of each snapshot of the indicator's own periodicity; others than the period's are left aside.</param>
    /// <returns>None where a part that the rule needs is missing: half a sum would be taken for the whole.</returns>
    public static Figure? Derived(DeriveRule rule, IndicatorKind kind, IReadOnlyList<Period> periods, IReadOnlyDictionary<Period, Part> parts)
    {
        var needed = new List<Part>(periods.Count);
        foreach (var period in Needed(rule, periods))
        {
            if (!parts.TryGetValue(period, out var part))
            {
                return null;
            }

            needed.Add(part);
        }

        var figure = rule switch
        {
            DeriveRule.Last => (needed[0].Value, needed[0].Numerator, needed[0].Denominator),
            DeriveRule.Sum => (SumOf(needed, part => part.Value), SumOf(needed, part => part.Numerator), null),
            DeriveRule.Mean => (Mean(needed), null, null),
            _ => Recomputed(kind, needed),
        };

        // Terms that were never entered cannot be summed, and a mean of percentages is no percentage.
        if (rule is DeriveRule.Sum or DeriveRule.Recompute && figure.Item1 is null && needed.Exists(part => IsIncomplete(rule, part)))
        {
            return null;
        }

        var digest = Measurement.Of(Unmeasured, [.. needed.Select(RowOf)]).RowDigest;
        return new(figure.Item1, figure.Item2, figure.Item3, digest, SnapshotOrigin.Derived, Demonstration: needed.Exists(part => part.Demonstration));
    }

    /// <summary>The parts that a rule looks at.</summary>
    public static IReadOnlyList<Period> Needed(DeriveRule rule, IReadOnlyList<Period> periods) => rule == DeriveRule.Last ? [periods[^1]] : periods;

    public static MeasureRow RowOf(ManualValue value) => new(
        "manual:" + value.Period, value.Numerator ?? value.Value ?? 0, value.Denominator ?? 0, value.Source);

    public static MeasureRow RowOf(Part part) => new(
        "period:" + part.Period, part.Numerator ?? part.Value ?? 0, part.Denominator ?? 0, new LocalizedText(part.Period.ToString()));

    private static bool IsIncomplete(DeriveRule rule, Part part) =>
        rule == DeriveRule.Sum ? part.Value is null : part.Numerator is null || part.Denominator is null;

    private static decimal? SumOf(List<Part> parts, Func<Part, decimal?> term) =>
        parts.TrueForAll(part => term(part) is not null) ? parts.Sum(term) : null;

    private static decimal? Mean(List<Part> parts) =>
        parts.Exists(part => part.Value is not null) ? Math.Round(parts.Where(part => part.Value is not null).Average(part => part.Value!.Value), 4) : null;

    private static (decimal? Value, decimal? Numerator, decimal? Denominator) Recomputed(IndicatorKind kind, List<Part> parts) =>
        SumOf(parts, part => part.Numerator) is { } numerator && SumOf(parts, part => part.Denominator) is { } denominator
            ? (Shares.Of(kind, numerator, denominator), numerator, denominator)
            : (null, null, null);
}
