using Platform.Commitments.Indicators.Figures;
using Platform.Commitments.Indicators.Tracking;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.Indicators;

/// <summary>An indicator as the API lists it.</summary>
/// <param name="Code">Stable code of the indicator.</param>
/// <param name="Name">Name of the indicator.</param>
/// <param name="Definition">What it tells.</param>
/// <param name="Unit">Unit of its values, baseline and target.</param>
/// <param name="Level"><c>dgct</c> for the national library, <c>own</c> for the commune's own.</param>
/// <param name="Kind"><c>count</c>, <c>percentage</c>, <c>ratio</c>, <c>score</c> or <c>scale</c>.</param>
/// <param name="Direction">Which way is better: <c>up</c>, <c>down</c> or <c>none</c>.</param>
/// <param name="Periodicity"><c>monthly</c>, <c>quarterly</c> or <c>yearly</c>.</param>
/// <param name="Behaviour"><c>stock</c>: what is there at the end of a period; <c>flow</c>: what happened in it.</param>
/// <param name="Measure">The measure that counts it from records; null where its values are entered by hand.</param>
/// <param name="LinkedTo">What it measures: the charter, an axis, an activity or a project.</param>
/// <param name="Target">What the commune means to reach; null where the documents set no target.</param>
/// <param name="Baseline">Where the commune stood when it set out.</param>
/// <param name="Latest">The latest figure; null before the first snapshot.</param>
internal sealed record IndicatorBody(
    string Code,
    LocalizedText Name,
    LocalizedText Definition,
    LocalizedText Unit,
    string Level,
    string Kind,
    string Direction,
    string Periodicity,
    string Behaviour,
    string? Measure,
    string? LinkedTo,
    Target? Target,
    Baseline? Baseline,
    LatestBody? Latest)
{
    public static IndicatorBody Of(Indicator indicator, LatestBody? latest) => new(
        indicator.Code, indicator.Name, indicator.Definition, indicator.Unit, Words.Of(indicator.Level), Words.Of(indicator.Kind),
        Words.Of(indicator.Direction), Words.Of(indicator.Periodicity), Words.Of(indicator.Behaviour), indicator.MeasureKey, indicator.LinkedTo,
        indicator.Target, indicator.Baseline, latest);
}

/// <summary>The latest figure of an indicator.</summary>
/// <param name="Period">Month (2026-10), quarter (2026-Q4) or year (2026).</param>
/// <param name="Version">1 when first taken; a correction is the next.</param>
/// <param name="Value">In the indicator's unit; null where there was nothing to divide by.</param>
/// <param name="Numerator">What was counted, of a percentage or ratio.</param>
/// <param name="Denominator">What it was counted over.</param>
/// <param name="MeasuredAt">The instant (UTC) that it was counted.</param>
/// <param name="Track"><c>on-track</c>, <c>at-risk</c>, <c>off-track</c>; none without a target.</param>
/// <param name="Demonstration">Counted from data that was generated to show the platform.</param>
internal sealed record LatestBody(
    string Period, int Version, decimal? Value, decimal? Numerator, decimal? Denominator, DateTime? MeasuredAt, string? Track, bool Demonstration)
{
    public static LatestBody? Of(Part? part, DateTime? measuredAt, TrackResult? track) => part is null
        ? null
        : new(
            part.Period.ToString(), part.Version, part.Value, part.Numerator, part.Denominator, measuredAt,
            track is null ? null : Words.Of(track.Track), part.Demonstration);
}

/// <summary>An indicator with all its snapshots.</summary>
/// <param name="Code">Stable code of the indicator.</param>
/// <param name="Name">Name of the indicator.</param>
/// <param name="Definition">What it tells.</param>
/// <param name="Unit">Unit of its values, baseline and target.</param>
/// <param name="Level"><c>dgct</c> for the national library, <c>own</c> for the commune's own.</param>
/// <param name="Kind"><c>count</c>, <c>percentage</c>, <c>ratio</c>, <c>score</c> or <c>scale</c>.</param>
/// <param name="Direction">Which way is better: <c>up</c>, <c>down</c> or <c>none</c>.</param>
/// <param name="Periodicity"><c>monthly</c>, <c>quarterly</c> or <c>yearly</c>.</param>
/// <param name="Behaviour"><c>stock</c>: what is there at the end of a period; <c>flow</c>: what happened in it.</param>
/// <param name="Derive">How a quarter or a year is made of its months: <c>last</c>, <c>sum</c>, <c>mean</c> or <c>recompute</c>.</param>
/// <param name="RollUp">How the figures of communes become one of a region: <c>sum</c>, <c>population-mean</c>, <c>recompute</c> or <c>none</c>.</param>
/// <param name="RankingFloor">A ratio over fewer cases than this is shown but not ranked.</param>
/// <param name="Measure">The measure that counts it from records; null where its values are entered by hand.</param>
/// <param name="Responsible">Who answers for it.</param>
/// <param name="LinkedTo">What it measures: the charter, an axis, an activity or a project.</param>
/// <param name="Target">What the commune means to reach; null where the documents set no target.</param>
/// <param name="Baseline">Where the commune stood when it set out.</param>
/// <param name="Scale">The steps of a qualitative indicator.</param>
/// <param name="Sources">The documents and sections that name it.</param>
/// <param name="Latest">The latest figure; null before the first snapshot.</param>
/// <param name="Snapshots">Every snapshot, from the first, corrections included.</param>
internal sealed record IndicatorSheetBody(
    string Code,
    LocalizedText Name,
    LocalizedText Definition,
    LocalizedText Unit,
    string Level,
    string Kind,
    string Direction,
    string Periodicity,
    string Behaviour,
    string Derive,
    string RollUp,
    int? RankingFloor,
    string? Measure,
    LocalizedText? Responsible,
    string? LinkedTo,
    Target? Target,
    Baseline? Baseline,
    IReadOnlyList<ScaleStep> Scale,
    IReadOnlyList<SeedSource> Sources,
    LatestBody? Latest,
    IEnumerable<SnapshotBody> Snapshots)
{
    public static IndicatorSheetBody Of(IndicatorSheet sheet)
    {
        var indicator = sheet.Indicator;
        var latest = sheet.LatestPeriod is { } period ? sheet.Of(period) : null;
        return new(
            indicator.Code, indicator.Name, indicator.Definition, indicator.Unit, Words.Of(indicator.Level), Words.Of(indicator.Kind),
            Words.Of(indicator.Direction), Words.Of(indicator.Periodicity), Words.Of(indicator.Behaviour), Words.Of(indicator.Derive),
            Words.Of(indicator.RollUp), indicator.RankingFloor, indicator.MeasureKey, indicator.Responsible, indicator.LinkedTo, indicator.Target,
            indicator.Baseline, indicator.Scale, indicator.Sources,
            LatestBody.Of(latest is null ? null : Part.Of(latest), latest?.MeasuredAt, sheet.Track), sheet.Snapshots.Select(SnapshotBody.Of));
    }
}

/// <summary>A snapshot as it was taken.</summary>
/// <param name="Period">Month (2026-10), quarter (2026-Q4) or year (2026).</param>
/// <param name="Periodicity"><c>monthly</c>, <c>quarterly</c> or <c>yearly</c>.</param>
/// <param name="Version">1 when first taken; a correction is the next.</param>
/// <param name="Value">In the indicator's unit; null where there was nothing to divide by.</param>
/// <param name="Numerator">What was counted, of a percentage or ratio.</param>
/// <param name="Denominator">What it was counted over.</param>
/// <param name="MeasuredAt">The instant (UTC) that it was counted.</param>
/// <param name="Origin"><c>measured</c> from records, <c>manual</c> or <c>derived</c> from months.</param>
/// <param name="Measure">The measure that counted it.</param>
/// <param name="MeasureVersion">Version of the way of counting.</param>
/// <param name="RowDigest">SHA-256 over the rows that were counted: equal digests mean the same rows.</param>
/// <param name="Reason">Why a figure was corrected, as it was written, or <c>demonstration</c> where the platform replaced it by generated data; null for the first version.</param>
/// <param name="Author">The function that corrected it, or <c>system:platform</c>; null for the first version.</param>
/// <param name="Demonstration">Counted from data that was generated to show the platform.</param>
internal sealed record SnapshotBody(
    string Period,
    string Periodicity,
    int Version,
    decimal? Value,
    decimal? Numerator,
    decimal? Denominator,
    DateTime MeasuredAt,
    string Origin,
    string? Measure,
    int? MeasureVersion,
    string RowDigest,
    string? Reason,
    string? Author,
    bool Demonstration)
{
    public static SnapshotBody Of(IndicatorSnapshot snapshot) => new(
        snapshot.Period.ToString(), Words.Of(snapshot.Periodicity), snapshot.Version, snapshot.Value, snapshot.Numerator, snapshot.Denominator,
        snapshot.MeasuredAt, Words.Of(snapshot.Origin), snapshot.MeasureKey, snapshot.MeasureVersion, snapshot.RowDigest, snapshot.Reason,
        snapshot.Author, snapshot.Demonstration);
}

/// <summary>The rows behind a figure as they are now, beside what its snapshot says.</summary>
/// <param name="Code">Stable code of the indicator.</param>
/// <param name="Period">Month (2026-10), quarter (2026-Q4) or year (2026).</param>
/// <param name="Snapshot">The snapshot that the rows explain.</param>
/// <param name="ValueNow">What the rows make now, in the indicator's unit.</param>
/// <param name="NumeratorNow">What is counted now.</param>
/// <param name="DenominatorNow">What it is counted over now.</param>
/// <param name="Changed">True where the rows no longer make the figure of the snapshot.</param>
/// <param name="Rows">The rows, in the order of the documents.</param>
internal sealed record IndicatorRowsBody(
    string Code, string Period, SnapshotBody Snapshot, decimal? ValueNow, decimal? NumeratorNow, decimal? DenominatorNow, bool Changed,
    IEnumerable<RowBody> Rows)
{
    public static IndicatorRowsBody Of(RowsAnswer.Rows found)
    {
        var now = found.Evidence?.Figure;
        return new(
            found.Sheet.Indicator.Code, found.Period.ToString(), SnapshotBody.Of(found.Snapshot), now?.Value, now?.Numerator, now?.Denominator,
            found.Evidence?.Differs(found.Snapshot) ?? false,
            found.Evidence?.Rows.Select(row => new RowBody(
                row.Key, row.Label, row.Numerator, found.HasDenominators ? row.Denominator : null, row.Link, row.On, row.State)) ?? []);
    }
}

/// <summary>A row behind a figure.</summary>
/// <param name="Key">Identifies the row among those of the measure, for ever.</param>
/// <param name="Label">What a reader sees.</param>
/// <param name="Numerator">What it adds to the numerator.</param>
/// <param name="Denominator">What it adds to the denominator; null for counts.</param>
/// <param name="Link">The row's page, from the language's root.</param>
/// <param name="On">The day that put it in the period.</param>
/// <param name="State">The state that counted.</param>
internal sealed record RowBody(string Key, LocalizedText Label, decimal Numerator, decimal? Denominator, string? Link, DateOnly? On, string? State);
