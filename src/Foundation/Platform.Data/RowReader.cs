using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Platform.Data;

/// <summary>
/// Sends a query that EF Core has translated, and reads its rows as EF Core reads them. What is left out is what EF Core does again for every call: services
/// looked up, delegates made by reflection, the command found by its parameters. That takes as long as the database needs for a few rows, a dozen times in a
/// month's snapshot.
/// </summary>
/// <remarks>
/// A command and the reading of a row are no public part of EF Core. They are asked for by name: where a version of it names them otherwise, the first test that
/// takes a snapshot says so.
/// </remarks>
internal sealed class RowReader<T>
{
#pragma warning disable EF1001 // See the remarks.
    private readonly IRelationalCommandTemplate command;
    private readonly Func<QueryContext, DbDataReader, ResultContext, SingleQueryResultCoordinator, T> read;

    private RowReader(SingleQueryingEnumerable<T> rows)
    {
        command = CommandOf(rows)(ContextOf(rows).Parameters);
        read = ReadingOf(rows);
    }

    /// <param name="rows">What a compiled query has answered. Its parameters are not null: another command would be sent for those that are.</param>
    /// <returns>None where it takes several commands.</returns>
    public static RowReader<T>? Of(IAsyncEnumerable<T> rows) => rows is SingleQueryingEnumerable<T> single ? new(single) : null;

    /// <summary>Within a transaction that the caller has begun: nothing is tried again here.</summary>
    /// <exception cref="NotSupportedException">A result takes several rows.</exception>
    public async Task<List<T>> ReadAsync(CommuneContext db, (string Name, object Value)[] values, CancellationToken cancellation)
    {
        var context = (RelationalQueryContext)db.GetService<IQueryContextFactory>().Create();
        foreach (var (name, value) in values)
        {
            context.Parameters.Add(name, value);
        }

        context.InitializeStateManager();
        var sent = context.Connection.RentCommand();
        try
        {
            sent.PopulateFrom(command);
            await using var reader = await sent.ExecuteReaderAsync(
                new(context.Connection, context.Parameters, null, db, context.CommandLogger, CommandSource.LinqQuery), cancellation);
            return await AllAsync(context, reader, cancellation);
        }
        finally
        {
            context.Connection.ReturnCommand(sent);
        }
    }

    private async Task<List<T>> AllAsync(RelationalQueryContext context, RelationalDataReader reader, CancellationToken cancellation)
    {
        var all = new List<T>();
        var row = new SingleQueryResultCoordinator();
        while (await reader.ReadAsync(cancellation))
        {
            row.ResultReady = true;
            all.Add(read(context, reader.DbDataReader, row.ResultContext, row));
            row.ResultContext.Values = null;
            if (!row.ResultReady)
            {
                throw new NotSupportedException("A prepared query has a row for each result.");
            }
        }

        return all;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_relationalCommandResolver")]
    private static extern ref RelationalCommandResolver CommandOf(SingleQueryingEnumerable<T> rows);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_relationalQueryContext")]
    private static extern ref RelationalQueryContext ContextOf(SingleQueryingEnumerable<T> rows);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_shaper")]
    private static extern ref Func<QueryContext, DbDataReader, ResultContext, SingleQueryResultCoordinator, T> ReadingOf(SingleQueryingEnumerable<T> rows);
#pragma warning restore EF1001
}
