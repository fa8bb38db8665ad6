using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Platform.Data.Auditing;

namespace Platform.Data;

/// <summary>Transactions that a room begins by itself, the same on every engine.</summary>
public static class Transactions
{
    /// <summary>
    /// Begins a transaction that is tried once: where the connection breaks, nothing of it is kept and whoever asked is told. SQL Server's contexts try every
    /// command again, and refuse one within a transaction that they could not repeat as a whole, unless they know that nothing of it will be tried again.
    /// </summary>
    /// <remarks>Not an async method: what it sets holds for the method that calls it, until that one ends.</remarks>
    public static Task<IDbContextTransaction> BeginAsync(this DbContext db, CancellationToken cancellation)
    {
        Once.Holds(db);
#pragma warning disable RS0030 // Everybody else begins transactions here.
        return db.Database.BeginTransactionAsync(cancellation);
#pragma warning restore RS0030
    }

    /// <summary>
    /// As <see cref="BeginAsync"/>, of a transaction that records acts after it has changed other rows. The head of the trail is taken first, as every save of acts
    /// takes it: of two that took it last and first, each would wait for the other, and a database that locks rows ends one of them.
    /// </summary>
    public static Task<IDbContextTransaction> BeginActAsync(this DbContext db, CancellationToken cancellation)
    {
        Once.Holds(db);
        return BeginAtHeadAsync(db, cancellation);
    }

    private static async Task<IDbContextTransaction> BeginAtHeadAsync(DbContext db, CancellationToken cancellation)
    {
        var transaction = await BeginAsync(db, cancellation);
        try
        {
            await AuditChain.TakeHeadAsync(db, cancellation);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    private sealed class Once(DbContext db) : ExecutionStrategy(db, maxRetryCount: 0, maxRetryDelay: TimeSpan.Zero)
    {
        public static void Holds(DbContext db) => Current = new Once(db);

        protected override bool ShouldRetryOn(Exception exception) => false;
    }
}
