using System.ComponentModel.DataAnnotations;
using Platform.Tenancy.FanOut;

namespace Platform.Tenancy.Jobs;

/// <summary>Section <c>Jobs</c>. The schedules themselves are <c>Jobs:{name}:Cron</c>.</summary>
public sealed class JobOptions
{
    public const string Section = "Jobs";

    /// <summary>Whether this process runs jobs by itself; operator's commands run them in any case.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How many communes at once.</summary>
    [Range(1, 256)]
    public int Parallelism { get; set; } = FanOutLimits.Default.Parallelism;

    /// <summary>How long one commune may take.</summary>
    public TimeSpan CommuneTimeout { get; set; } = FanOutLimits.Default.Timeout;

    /// <summary>How often a commune is tried in one run.</summary>
    [Range(1, 20)]
    public int Attempts { get; set; } = 3;

    /// <summary>Before the second attempt; doubled before each further one.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>A process that died holds its run back for this long. Renewed three times as often.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often runs that somebody left unfinished are looked for.</summary>
    public TimeSpan ResumeEvery { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Outcomes are written together when this long has passed, or when there are <see cref="RecordAtMost"/> of them.</summary>
    public TimeSpan RecordEvery { get; set; } = TimeSpan.FromMilliseconds(300);

    [Range(1, 500)]
    public int RecordAtMost { get; set; } = 100;

    internal FanOutLimits Limits => new(Parallelism, CommuneTimeout);

    internal TimeSpan DelayAfter(int attempt) => RetryDelay * Math.Pow(2, attempt - 1);
}
