using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Platform.Benchmarks.Pages;

/// <summary>Counts the rows that leave the databases.</summary>
internal sealed class RowCounter : DbCommandInterceptor
{
    private int rows;

    public int Rows => rows;

    public void Clear() => rows = 0;

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        // The reading that found the end is counted too: at most one more than the rows of each query.
        Interlocked.Add(ref rows, eventData.ReadCount);
        return result;
    }
}
