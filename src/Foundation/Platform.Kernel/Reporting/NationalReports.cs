using Platform.Kernel.Text;

namespace Platform.Kernel.Reporting;

/// <summary>A figure that a commune sends to the national level: numbers, never persons.</summary>
/// <param name="Period">Written form of the period: <c>2026-10</c>.</param>
/// <param name="Version">1 for the snapshot, more for corrections.</param>
/// <param name="Track">on-track, at-risk, off-track, or none where there is no target.</param>
public sealed record SnapshotReport(
    string Indicator,
    string Period,
    int Version,
    decimal? Value,
    decimal? Numerator,
    decimal? Denominator,
    DateTime MeasuredAt,
    string? Track,
    bool Demonstration)
{
    /// <summary>One figure a message: so they were sent before <see cref="SnapshotReports"/>, and may still wait in an outbox.</summary>
    public const string Kind = "snapshot";
}

/// <summary>The figures of one run, in one message: a row for each would cost more than the figures.</summary>
public sealed record SnapshotReports(IReadOnlyList<SnapshotReport> Snapshots)
{
    public const string Kind = "snapshots";
}

/// <summary>How far a commune's charter, plan and programme are, at the end of a period.</summary>
/// <param name="CharterStage">none, draft, in-force.</param>
/// <param name="PlanStage">none, draft, in-force.</param>
/// <param name="OpennessStage">none, draft, in-force.</param>
public sealed record ProgressReport(
    string Period,
    DateTime ReportedAt,
    string CharterStage,
    DateOnly? CharterAdoptedOn,
    string PlanStage,
    DateOnly? PlanAdoptedOn,
    string OpennessStage,
    int Activities,
    int CompletedActivities,
    decimal? Progress,
    IReadOnlyList<AxisProgress> Axes,
    bool Demonstration)
{
    public const string Kind = "progress";
}

/// <param name="StandardAxis">Number of the axis of the DGCT frame that it stems from, if any.</param>
/// <param name="Progress">Percent, none where no activity counts.</param>
public sealed record AxisProgress(int Number, int? StandardAxis, LocalizedText Title, int Activities, int Completed, decimal? Progress);

/// <summary>What a feature says of its stage in the commune of the scope, for the national report.</summary>
public interface IProgressSource
{
    Task AddToAsync(ProgressBuilder report, Time.Period period, CancellationToken cancellation);
}

/// <summary>Collects what each feature tells of itself.</summary>
public sealed class ProgressBuilder
{
    public string CharterStage { get; set; } = "none";
    public DateOnly? CharterAdoptedOn { get; set; }
    public string PlanStage { get; set; } = "none";
    public DateOnly? PlanAdoptedOn { get; set; }
    public string OpennessStage { get; set; } = "none";
    public decimal? Progress { get; set; }
    public IReadOnlyList<AxisProgress> Axes { get; set; } = [];

    public ProgressReport Build(Time.Period period, DateTime reportedAt, bool demonstration) => new(
        period.ToString(), reportedAt, CharterStage, CharterAdoptedOn, PlanStage, PlanAdoptedOn, OpennessStage,
        Axes.Sum(axis => axis.Activities), Axes.Sum(axis => axis.Completed), Progress, Axes, demonstration);
}
