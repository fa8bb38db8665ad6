using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Jobs;
using Platform.Kernel.Time;
using Platform.Tenancy.Administration;
using Platform.Tenancy.Jobs;

namespace Platform.Composition.Jobs;

/// <summary>
/// The runs of the national database. Running again goes the way of the scheduler and of operators' commands: the run is claimed by its lease, so that two
/// clicks, or two processes, never work on it at once.
/// </summary>
internal sealed class JobHistory(NationalContext db, JobLauncher launcher, CommuneJobs jobs, LongWork work, AuditTrail audit, TimeProvider time) : IJobHistory
{
    public async Task<(IReadOnlyList<JobRunLine> Lines, int Count)> PageAsync(string? job, bool failed, int page, int size, CancellationToken cancellation)
    {
        var runs = db.Set<JobRun>().AsNoTracking().Where(run => (job == null || run.Job == job) && (!failed || run.CommunesFailed > 0));
        var lines = await runs.OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id).Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        return (lines.ConvertAll(Of), await runs.CountAsync(cancellation));
    }

    public async Task<JobRunLine?> FindAsync(long id, CancellationToken cancellation) =>
        await db.Set<JobRun>().AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, cancellation) is { } run ? Of(run) : null;

    public async Task<IReadOnlyList<CommuneRun>> CommunesAsync(long id, CancellationToken cancellation)
    {
        var rows = await db.Set<JobRunCommune>().AsNoTracking().Where(row => row.RunId == id).OrderBy(row => row.Commune).ToListAsync(cancellation);
        return rows.ConvertAll(row => new CommuneRun(row.Commune, Enum.Parse<CommuneRunStanding>(row.State.ToString()), row.Attempts, row.Error, row.FinishedAt));
    }

    public async Task<IReadOnlyList<string>> JobsAsync(CancellationToken cancellation) =>
        await db.Set<JobRun>().Select(run => run.Job).Distinct().OrderBy(job => job).ToListAsync(cancellation);

    public async Task<IReadOnlyDictionary<string, CommuneFailures>> FailuresAsync(DateTime since, CancellationToken cancellation)
    {
        var rows = await db.Set<JobRunCommune>()
            .Where(row => row.State == JobRunCommuneState.Failed && row.FinishedAt >= since)
            .Join(db.Set<JobRun>(), row => row.RunId, run => run.Id, (row, run) => new { row.Commune, run.Job, row.FinishedAt })
            .ToListAsync(cancellation);
        return rows.GroupBy(row => row.Commune).ToDictionary(
            group => group.Key,
            group => new CommuneFailures(
                group.Count(), group.Max(row => row.FinishedAt!.Value), [.. group.Select(row => row.Job).Distinct().Order(StringComparer.Ordinal)]),
            StringComparer.Ordinal);
    }

    public async Task<RunAgain> AgainAsync(long id, bool whole, CancellationToken cancellation)
    {
        var open = await jobs.CommunesAsync(cancellation);
        if (await db.Set<JobRun>().AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, cancellation) is not { } run
            || !open.Any(commune => run.Only is null || commune.Slug == run.Only)
            || !(await jobs.NamesAsync(cancellation)).Contains(run.Job))
        {
            return RunAgain.Nothing;
        }

        if (StandingOf(run) == RunStanding.Running)
        {
            return RunAgain.UnderWay;
        }

        // "Again" also for what follows it: what the communes that failed have to report is fetched too.
        var request = run.Request with { Again = true, Whole = whole };
        if (!work.Begin(WorkOf(run.Id), stop => launcher.RunAsync(request, null, stop)))
        {
            return RunAgain.UnderWay;
        }

        audit.RecordNationally("job.run", $"job:{run.Job}", run.Key, after: new { Whole = whole });
        await db.SaveChangesAsync(cancellation);
        return RunAgain.Begun;
    }

    private static string WorkOf(long id) => FormattableString.Invariant($"run {id}");

    private JobRunLine Of(JobRun run) => new(
        run.Id, run.Job, run.Request.Key, run.Only, StandingOf(run), run.StartedAt, run.FinishedAt, run.CommunesTotal, run.CommunesDone, run.CommunesFailed);

    private RunStanding StandingOf(JobRun run) => run.State switch
    {
        _ when work.IsUnderWay(WorkOf(run.Id)) => RunStanding.Running,
        JobRunState.Running => run.LeaseUntil > time.UtcNow() ? RunStanding.Running : RunStanding.Abandoned,
        JobRunState.Completed => RunStanding.Completed,
        _ => RunStanding.Failed,
    };
}
