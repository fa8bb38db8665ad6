using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

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

    private sealed class Once(DbContext db) : ExecutionStrategy(db, maxRetryCount: 0, maxRetryDelay: TimeSpan.Zero)
    {
        public static void Holds(DbContext db) => Current = new Once(db);

        protected override bool ShouldRetryOn(Exception exception) => false;
    }
}
