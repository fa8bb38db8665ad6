using System.Diagnostics.Metrics;
using Platform.Tenancy.FanOut;

namespace Platform.Tenancy.Jobs;

/// <summary>What jobs tell of themselves to whoever measures.</summary>
internal static class JobMeters
{
    private static readonly Meter Meter = new("Platform.Jobs");

    private static readonly Counter<long> Runs = Meter.CreateCounter<long>(
        "platform.job.runs", description: "Runs of jobs, by job and how they ended");

    private static readonly Histogram<double> RunDuration = Meter.CreateHistogram<double>(
        "platform.job.run.duration", "s", "How long a run over all its communes took");

    private static readonly Histogram<double> CommuneDuration = Meter.CreateHistogram<double>(
        "platform.job.commune.duration", "s", "How long a job took for one commune");

    public static void Ended(string job, JobVerdict verdict, TimeSpan took)
    {
        KeyValuePair<string, object?> name = new("job", job), how = new("verdict", verdict.ToString());
        Runs.Add(1, name, how);
        RunDuration.Record(took.TotalSeconds, name, how);
    }

    public static void Ended(string job, CommuneOutcome outcome) => CommuneDuration.Record(
        outcome.Took.TotalSeconds, new("job", job), new("commune", outcome.Commune.Slug), new("failed", outcome.Error is not null));
}
