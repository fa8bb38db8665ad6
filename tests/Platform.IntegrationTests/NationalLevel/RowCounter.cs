using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;

namespace Platform.IntegrationTests.NationalLevel;

/// <summary>Counts what is asked of the national database, and how many rows come back.</summary>
internal sealed class RowCounter : DbCommandInterceptor
{
    private int reads;
    private int rows;

    public void Watch(PlatformHostOptions options) => options.Services += services => services.AddSingleton<IInterceptor>(this);

    public async Task<(int Reads, int Rows)> CountAsync(Func<Task> work)
    {
        (reads, rows) = (0, 0);
        await work();
        return (reads, rows);
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is NationalContext && command.CommandText.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase))
        {
            Interlocked.Increment(ref reads);
        }

        return ValueTask.FromResult(result);
    }

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        if (eventData.Context is NationalContext)
        {
            Interlocked.Add(ref rows, eventData.ReadCount);
        }

        return result;
    }
}
