using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Outbox;
using Platform.Kernel.Jobs;
using Platform.Kernel.Time;
using Platform.Tenancy.Connections;
using Platform.Tenancy.Jobs;

namespace Platform.Composition.Jobs;

/// <summary>Nightly care of the national database: old runs are forgotten, failures later than successes; delivered messages, old addresses and what the rooms keep no longer too.</summary>
internal sealed class NationalUpkeep(IServiceScopeFactory scopes, IDatabaseEngine engine, IOptions<AuditOptions> audit, TimeProvider time)
{
    public static readonly TimeSpan SuccessesKept = TimeSpan.FromDays(90);
    public static readonly TimeSpan RunsKept = TimeSpan.FromDays(400);

    public async Task RunAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NationalContext>();
        var oldSuccess = time.UtcNow() - SuccessesKept;
        var oldRun = time.UtcNow() - RunsKept;
        var runs = db.Set<JobRun>();
        var communes = db.Set<JobRunCommune>();
        await communes
            .Where(commune => runs.Any(run => run.Id == commune.RunId && run.FinishedAt < oldRun)
                || (commune.State == JobRunCommuneState.Done && runs.Any(run => run.Id == commune.RunId && run.FinishedAt < oldSuccess)))
            .ExecuteDeleteAsync(cancellation);
        await runs.Where(run => run.FinishedAt < oldRun).ExecuteDeleteAsync(cancellation);
        var oldMessage = time.UtcNow() - NightlyMaintenance.DeliveredKept;
        await db.Set<OutboxMessage>().Where(message => message.DeliveredAt < oldMessage).ExecuteDeleteAsync(cancellation);
        await AuditOrigins.EraseAsync(db, time.UtcNow() - TimeSpan.FromDays(audit.Value.AddressDays), cancellation);
        foreach (var room in scope.ServiceProvider.GetServices<IUpkeep>())
        {
            await room.RunAsync(cancellation);
        }

        await engine.MaintainAsync(db, cancellation);
    }
}
