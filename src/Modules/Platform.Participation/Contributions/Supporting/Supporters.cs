using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;

namespace Platform.Participation.Contributions.Supporting;

/// <summary>Writes supports down, each with the remark's count: both or neither.</summary>
internal sealed class Supporters(CommuneContext db, ReceptionQueue queue, CurrentCommune commune, TimeProvider time)
{
    public Task<bool> HasAsync(int remark, string key, CancellationToken cancellation) =>
        db.Set<Support>().AnyAsync(support => support.RemarkId == remark && support.Key == key, cancellation);

    /// <summary>A second time changes nothing.</summary>
    public async Task AddAsync(int remark, string key, CancellationToken cancellation)
    {
        using var turn = await queue.EnterAsync(commune.Value.Slug);
        if (await HasAsync(remark, key, cancellation))
        {
            return;
        }

        try
        {
            await db.Database.CreateExecutionStrategy().ExecuteAsync(
                async stop =>
                {
                    db.ChangeTracker.Clear();
                    await using var transaction = await db.BeginAsync(stop);
                    await CountAsync(remark, 1, stop);
                    db.Add(Support.Of(remark, key, time.UtcNow()));
                    await db.SaveChangesAsync(stop);
                    await transaction.CommitAsync(stop);
                },
                cancellation);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // Another process was quicker with the same one; anything else is a fault.
            if (!await HasAsync(remark, key, cancellation))
            {
                throw;
            }
        }
    }

    public async Task TakeBackAsync(int remark, string key, CancellationToken cancellation)
    {
        using var turn = await queue.EnterAsync(commune.Value.Slug);
        await db.Database.CreateExecutionStrategy().ExecuteAsync(
            async stop =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.BeginAsync(stop);
                if (await db.Set<Support>().FirstOrDefaultAsync(support => support.RemarkId == remark && support.Key == key, stop) is { } given)
                {
                    await CountAsync(remark, -1, stop);
                    db.Remove(given);
                    await db.SaveChangesAsync(stop);
                    await transaction.CommitAsync(stop);
                }
            },
            cancellation);
    }

    // Counted by the database, without a revision: who edits a remark is not disturbed by those who support it.
    private Task<int> CountAsync(int remark, int by, CancellationToken cancellation) => db.Set<Remark>().Where(one => one.Id == remark)
        .ExecuteUpdateAsync(set => set.SetProperty(one => one.Supports, one => one.Supports + by), cancellation);
}
