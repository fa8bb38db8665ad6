using Platform.Kernel.Time;

namespace Platform.Kernel.Jobs;

/// <summary>
/// Work done for each commune on a schedule, in the commune's own scope. It must be idempotent: it can be killed at any point and is then run again.
/// Offered as a keyed service under its name: a run makes the one job that it is of.
/// </summary>
public interface ICommuneJob
{
    /// <summary>Stable name: <c>monthly-snapshot</c>.</summary>
    string Name { get; }

    /// <summary>What the job covers when it fires on this day, and what makes its run unique: a month for snapshots, a day otherwise.</summary>
    string KeyFor(DateOnly today);

    /// <param name="key">What <see cref="KeyFor"/> answered, or what an operator asked for.</param>
    Task RunAsync(string key, CancellationToken cancellation);
}

/// <summary>When a job fires, on Morocco's clock.</summary>
/// <param name="Job">The job's name.</param>
/// <param name="Cron">Quartz cron expression: second, minute, hour, day of month, month, day of week.</param>
public sealed record JobSchedule(string Job, string Cron);

public static class JobKeys
{
    public static string LastMonth(DateOnly today) => Period.LastClosed(today).ToString();

    public static string Day(DateOnly today) => today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
