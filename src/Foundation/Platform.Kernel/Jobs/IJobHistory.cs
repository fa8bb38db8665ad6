namespace Platform.Kernel.Jobs;

/// <summary>How a run of a job stands.</summary>
public enum RunStanding
{
    Running,
    Completed,

    /// <summary>It came to its end, and some communes failed every time they were tried.</summary>
    Failed,

    /// <summary>Whoever worked on it is gone; it is taken up again by itself.</summary>
    Abandoned,
}

/// <summary>One run of a job over the communes.</summary>
/// <param name="Key">What it covers: a month, a day.</param>
/// <param name="Only">Slug of the one commune that it is for; none: every open commune.</param>
/// <param name="Communes">How many it is for; of them done and failed so far.</param>
public sealed record JobRunLine(
    long Id, string Job, string Key, string? Only, RunStanding Standing, DateTime StartedAt, DateTime? FinishedAt, int Communes, int Done, int Failed);

public enum CommuneRunStanding
{
    Pending,
    Done,
    Failed,
}

/// <summary>How one commune fared in a run.</summary>
/// <param name="Error">Why it failed the last time: what the program said, for whoever runs it.</param>
public sealed record CommuneRun(string Slug, CommuneRunStanding Standing, int Attempts, string? Error, DateTime? FinishedAt);

/// <summary>Failures of a commune that stand: of runs that nobody has run again with success.</summary>
/// <param name="Last">When it failed last.</param>
/// <param name="Jobs">Names of the jobs.</param>
public sealed record CommuneFailures(int Count, DateTime Last, IReadOnlyList<string> Jobs);

public enum RunAgain
{
    Begun,

    /// <summary>Somebody works on it: another process, or a click before this one.</summary>
    UnderWay,

    /// <summary>There is no such run any more, or none of its communes is open.</summary>
    Nothing,
}

/// <summary>The runs of jobs as staff read them, and the way to run one again.</summary>
public interface IJobHistory
{
    /// <summary>The newest first.</summary>
    /// <param name="job">Runs of this job alone.</param>
    /// <param name="failed">Runs with failures alone.</param>
    /// <returns>The lines of this page, and how many there are in all.</returns>
    Task<(IReadOnlyList<JobRunLine> Lines, int Count)> PageAsync(string? job, bool failed, int page, int size, CancellationToken cancellation);

    Task<JobRunLine?> FindAsync(long id, CancellationToken cancellation);

    /// <summary>How each commune of a run fared, by slug. Those that were done are forgotten after some months.</summary>
    Task<IReadOnlyList<CommuneRun>> CommunesAsync(long id, CancellationToken cancellation);

    /// <summary>Names of the jobs that have run.</summary>
    Task<IReadOnlyList<string>> JobsAsync(CancellationToken cancellation);

    /// <summary>What stands failed since, by slug of the commune.</summary>
    Task<IReadOnlyDictionary<string, CommuneFailures>> FailuresAsync(DateTime since, CancellationToken cancellation);

    /// <summary>Runs it again without anybody waiting: what failed or was left, or all of it from the beginning. Written into the audit trail.</summary>
    Task<RunAgain> AgainAsync(long id, bool whole, CancellationToken cancellation);
}
