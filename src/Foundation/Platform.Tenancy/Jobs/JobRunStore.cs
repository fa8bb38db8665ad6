using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Data;
using Platform.Kernel.Time;
using Platform.Tenancy.FanOut;

namespace Platform.Tenancy.Jobs;

/// <summary>
/// The runs in the national database. A run changes hands by comparing and setting its owner in one statement, which every engine does atomically:
/// no locks, no engine's own features.
/// </summary>
internal sealed class JobRunStore(IServiceScopeFactory scopes, IOptions<JobOptions> options, TimeProvider time)
{
    /// <returns>The run, now owned by the caller; or why it cannot be.</returns>
    public async Task<(JobRun? Run, JobVerdict Refusal)> ClaimAsync(JobRequest request, IReadOnlyCollection<string> communes, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NationalContext>();
        var owner = NewOwner();
        var now = time.UtcNow();
        var found = await FindAsync(db, request, cancellation);
        if (found is null)
        {
            var run = JobRun.Claimed(request, owner, now + options.Value.Lease, now);
            db.Add(run);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return (run, default);
            }
            catch (DbUpdateException)
            {
                // Somebody else was faster: (job, key) is unique.
                db.ChangeTracker.Clear();
                found = await FindAsync(db, request, cancellation);
                if (found is null)
                {
                    throw;
                }
            }
        }

        if (found.State == JobRunState.Running && found.LeaseUntil > now)
        {
            return (null, JobVerdict.RunningElsewhere);
        }

        if (found.State == JobRunState.Completed && !request.Again && !request.Whole && await HasAllAsync(db, found.Id, communes, cancellation))
        {
            return (null, JobVerdict.AlreadyCompleted);
        }

        var taken = await db.Set<JobRun>()
            .Where(run => run.Id == found.Id && run.Owner == found.Owner && run.State == found.State)
            .Where(run => run.State != JobRunState.Running || run.LeaseUntil <= now)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(run => run.State, JobRunState.Running)
                    .SetProperty(run => run.Owner, owner)
                    .SetProperty(run => run.LeaseUntil, now + options.Value.Lease)
                    .SetProperty(run => run.FinishedAt, (DateTime?)null),
                cancellation);
        if (taken == 0)
        {
            return (null, JobVerdict.RunningElsewhere);
        }

        if (request.Whole || (request.Again && found.State == JobRunState.Completed))
        {
            await db.Set<JobRunCommune>().Where(commune => commune.RunId == found.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(commune => commune.State, JobRunCommuneState.Pending), cancellation);
        }

        return (await FindAsync(db, request, cancellation), default);
    }

    /// <returns>False where the run has another owner by now.</returns>
    public async Task<bool> RenewAsync(JobRun run, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Owned(scope, run).ExecuteUpdateAsync(
            set => set.SetProperty(held => held.LeaseUntil, time.UtcNow() + options.Value.Lease), cancellation) > 0;
    }

    /// <summary>Enters the communes that the run lacks.</summary>
    /// <returns>Those that are still to be done.</returns>
    public async Task<IReadOnlySet<string>> RemainingAsync(JobRun run, IReadOnlyCollection<string> communes, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NationalContext>();
        var known = await db.Set<JobRunCommune>().Where(commune => commune.RunId == run.Id)
            .Select(commune => new { commune.Commune, commune.State }).ToDictionaryAsync(commune => commune.Commune, commune => commune.State, cancellation);
        db.AddRange(communes.Where(slug => !known.ContainsKey(slug)).Select(slug => JobRunCommune.Pending(run.Id, slug)));
        await db.SaveChangesAsync(cancellation);
        var total = known.Keys.Union(communes).Count();
        await Owned(scope, run).ExecuteUpdateAsync(set => set.SetProperty(held => held.CommunesTotal, total), cancellation);
        return communes.Where(slug => known.GetValueOrDefault(slug) != JobRunCommuneState.Done).ToHashSet();
    }

    /// <summary>Writes how communes fared. A commune whose row was not written before a crash is done again, which jobs bear.</summary>
    public async Task RecordAsync(JobRun run, IReadOnlyCollection<CommuneOutcome> outcomes, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NationalContext>();
        var rows = db.Set<JobRunCommune>().Where(commune => commune.RunId == run.Id);
        var now = time.UtcNow();
        var done = outcomes.Where(outcome => outcome.Error is null).Select(outcome => outcome.Commune.Slug).ToList();
        await rows.Where(commune => done.Contains(commune.Commune)).ExecuteUpdateAsync(
            set => set
                .SetProperty(commune => commune.State, JobRunCommuneState.Done)
                .SetProperty(commune => commune.Attempts, commune => commune.Attempts + 1)
                .SetProperty(commune => commune.Error, (string?)null)
                .SetProperty(commune => commune.FinishedAt, now),
            cancellation);

        // Where the server itself is away, all fail alike: so many commands as there are reasons, not communes.
        foreach (var failed in outcomes.Where(outcome => outcome.Error is not null).GroupBy(outcome => JobFailure.Describe(outcome.Error!), outcome => outcome.Commune.Slug))
        {
            var (reason, slugs) = (failed.Key, failed.ToList());
            await rows.Where(commune => slugs.Contains(commune.Commune)).ExecuteUpdateAsync(
                set => set
                    .SetProperty(commune => commune.State, JobRunCommuneState.Failed)
                    .SetProperty(commune => commune.Attempts, commune => commune.Attempts + 1)
                    .SetProperty(commune => commune.Error, reason)
                    .SetProperty(commune => commune.FinishedAt, now),
                cancellation);
        }

        await CountAsync(scope, run, cancellation);
    }

    public async Task FinishAsync(JobRun run, JobRunState state, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await CountAsync(scope, run, cancellation);
        var now = time.UtcNow();
        await Owned(scope, run).ExecuteUpdateAsync(
            set => set.SetProperty(held => held.State, state).SetProperty(held => held.FinishedAt, now).SetProperty(held => held.LeaseUntil, now), cancellation);
    }

    /// <summary>Lets go of a run that was interrupted, so that it is taken up again without waiting for the lease to expire.</summary>
    public async Task ReleaseAsync(JobRun run, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Owned(scope, run).ExecuteUpdateAsync(set => set.SetProperty(held => held.LeaseUntil, time.UtcNow()), cancellation);
    }

    /// <summary>Runs that nobody works on any more and that have not come to their end.</summary>
    public async Task<IReadOnlyList<JobRun>> AbandonedAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.UtcNow();
        return await scope.ServiceProvider.GetRequiredService<NationalContext>().Set<JobRun>().AsNoTracking()
            .Where(run => run.State == JobRunState.Running && run.LeaseUntil <= now)
            .OrderBy(run => run.Id)
            .ToListAsync(cancellation);
    }

    private static Task<JobRun?> FindAsync(NationalContext db, JobRequest request, CancellationToken cancellation)
    {
        var key = request.RunKey;
        return db.Set<JobRun>().AsNoTracking().SingleOrDefaultAsync(run => run.Job == request.Job && run.Key == key, cancellation);
    }

    /// <summary>A commune that joined, or was opened again, after the run had been completed is done then.</summary>
    private static async Task<bool> HasAllAsync(NationalContext db, long runId, IReadOnlyCollection<string> communes, CancellationToken cancellation)
    {
        var done = await db.Set<JobRunCommune>().Where(commune => commune.RunId == runId && commune.State == JobRunCommuneState.Done)
            .Select(commune => commune.Commune).ToHashSetAsync(cancellation);
        return done.IsSupersetOf(communes);
    }

    private static async Task CountAsync(AsyncServiceScope scope, JobRun run, CancellationToken cancellation)
    {
        var states = await scope.ServiceProvider.GetRequiredService<NationalContext>().Set<JobRunCommune>()
            .Where(commune => commune.RunId == run.Id)
            .GroupBy(commune => commune.State)
            .Select(group => new { State = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.State, group => group.Count, cancellation);
        var done = states.GetValueOrDefault(JobRunCommuneState.Done);
        var failed = states.GetValueOrDefault(JobRunCommuneState.Failed);
        await Owned(scope, run).ExecuteUpdateAsync(
            set => set.SetProperty(held => held.CommunesDone, done).SetProperty(held => held.CommunesFailed, failed), cancellation);
    }

    private static IQueryable<JobRun> Owned(AsyncServiceScope scope, JobRun run) =>
        scope.ServiceProvider.GetRequiredService<NationalContext>().Set<JobRun>().Where(held => held.Id == run.Id && held.Owner == run.Owner);

    private static string NewOwner()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}");
        return name.Length > JobRun.OwnerLength ? name[^JobRun.OwnerLength..] : name;
    }
}
