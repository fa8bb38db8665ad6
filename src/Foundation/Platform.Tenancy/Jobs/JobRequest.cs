namespace Platform.Tenancy.Jobs;

/// <summary>Asks for a run of a job.</summary>
/// <param name="Job">Name of a registered job.</param>
/// <param name="Key">What the job is to cover: a month, a day.</param>
/// <param name="Only">Slug of the one commune that it is for; none: every open commune.</param>
/// <param name="Again">Starts over where the run has already been completed. An operator asks for that, never the scheduler.</param>
public sealed record JobRequest(string Job, string Key, string? Only = null, bool Again = false)
{
    /// <summary>Does every commune once more, those that are done too, whatever became of the run. A person asks for that.</summary>
    public bool Whole { get; init; }

    /// <summary>What makes the run unique. A run for one commune stands beside the run for all, so that it never passes for it.</summary>
    public string RunKey => Only is null ? Key : $"{Key}/{Only}";
}

/// <summary>How far a run is.</summary>
/// <param name="Last">The commune that has just ended an attempt.</param>
public sealed record JobProgress(JobRequest Request, int Attempt, int Total, int Done, FanOut.CommuneOutcome Last);

public enum JobVerdict
{
    Completed,

    /// <summary>Some communes failed every time.</summary>
    Failed,

    /// <summary>There was nothing left to do.</summary>
    AlreadyCompleted,

    /// <summary>Another process holds the lease.</summary>
    RunningElsewhere,

    UnknownJob,

    NoCommune,
}

/// <summary>What became of a request.</summary>
/// <param name="Failures">Why, by slug.</param>
public sealed record JobResult(JobRequest Request, JobVerdict Verdict, int Total, int Done, IReadOnlyDictionary<string, string> Failures)
{
    public bool Succeeded => Verdict is JobVerdict.Completed or JobVerdict.AlreadyCompleted;

    internal static JobResult Nothing(JobRequest request, JobVerdict verdict) => new(request, verdict, 0, 0, new Dictionary<string, string>());
}
