using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Platform.TestKit;

/// <summary>
/// Somebody who acts in the moment between what a page or a job has read and what it writes next: races that happen every time. What it does must be another
/// scope's work, and is done once.
/// </summary>
public sealed class Meddler : DbCommandInterceptor, IDbTransactionInterceptor
{
    private (Func<DbContext, bool> When, Func<Task> Act)? beforeTransaction;

    private (string Statement, Func<Task> Act)? beforeReading;

    /// <summary>What it was last told to do has been done.</summary>
    public bool HasActed { get; private set; }

    /// <summary>Acts before the next transaction of a context that tracks something of this type.</summary>
    public void BeforeSaving<TEntity>(Func<Task> act)
        where TEntity : class => (beforeTransaction, HasActed) = ((db => db.ChangeTracker.Entries<TEntity>().Any(), act), false);

    /// <summary>Acts before the next command that reads and holds this text.</summary>
    public void BeforeReading(string statement, Func<Task> act) => (beforeReading, HasActed) = ((statement, act), false);

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        if (beforeTransaction is { } told && eventData is { Context: { } context } && told.When(context))
        {
            beforeTransaction = null;
            await told.Act();
            HasActed = true;
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (beforeReading is { } told && command.CommandText.Contains(told.Statement, StringComparison.Ordinal))
        {
            beforeReading = null;
            await told.Act();
            HasActed = true;
        }

        return result;
    }
}
