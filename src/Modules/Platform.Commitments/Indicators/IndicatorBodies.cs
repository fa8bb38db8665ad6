using Platform.Commitments.Indicators.Figures;
using Platform.Commitments.Indicators.Tracking;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.Indicators;

/// <summary>An indicator as the API lists it.</summary>
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
/// <param name="Track"><c>on-track</c>, <c>at-risk</c>, <c>off-track</c>; none without a target.</param>
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
/// <param name="Changed">True where the rows no longer make the figure of the snapshot.</param>
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

/// <param name="Link">The row's page, from the language's root.</param>
internal sealed record RowBody(string Key, LocalizedText Label, decimal Numerator, decimal? Denominator, string? Link, DateOnly? On, string? State);
