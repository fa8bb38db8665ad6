using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Platform.Data;

/// <summary>
/// Inserts many rows that are written once and never tracked: a command for a dozen of them, in place of a tracked entity and a command for each. The names
/// come from the model and are quoted by the engine, values are parameters converted as the model says; there is no other text in the commands.
/// </summary>
public static class RowInsertion
{
    /// <summary>The engines look the parameters of a command up one by one: more in one command cost more than a further command.</summary>
    private const int MostParameters = 100;

    private const string Annotation = "Platform:Insertion";

    /// <summary>Inserts them within the transaction that the caller has begun.</summary>
    /// <exception cref="DbUpdateException">The database refused one of them, as one whose key is already there.</exception>
    public static async Task InsertAsync(this DbContext db, IEnumerable<object> rows, CancellationToken cancellation)
    {
        var (connection, log) = (db.GetService<IRelationalConnection>(), db.GetService<IRelationalCommandDiagnosticsLogger>());
        try
        {
            foreach (var kind in rows.GroupBy(row => row.GetType()))
            {
                object[] all = [.. kind];
                await TableOf(db, kind.Key).For(all).InsertAsync(db, connection, log, all, cancellation);
            }
        }
        catch (DbException error)
        {
            throw new DbUpdateException("The rows were refused.", error);
        }
    }

    private static Table TableOf(DbContext db, Type type)
    {
        var entity = db.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} has no table in this database.");
        return (Table)entity.GetOrAddRuntimeAnnotationValue(Annotation, static entity => Table.Of((IEntityType)entity!), entity)!;
    }

    /// <param name="MayBeLeftOut">A row without it has nothing there, as one with nothing in it has.</param>
    private sealed record Column(string Name, RelationalTypeMapping Mapping, bool IsNullable, bool MayBeLeftOut, Func<object, object?> ValueOf);

    private sealed class Table(string name, string? schema, IReadOnlyList<Column> columns)
    {
        /// <summary>By the columns that are written, a bit each.</summary>
        private readonly ConcurrentDictionary<ulong, Insertion> insertions = [];

        public static Table Of(IEntityType entity)
        {
            var mapping = entity.GetTableMappings().Single();
            return new(mapping.Table.Name, mapping.Table.Schema,
            [
                .. mapping.ColumnMappings
                    // What the database numbers by itself is left to it; a default is for rows that were there before the column.
                    .Where(column => column.Property.ValueGenerated == ValueGenerated.Never || column.Property.TryGetDefaultValue(out _))
                    .Select(column => new Column(
                        column.Column.Name, column.TypeMapping, column.Column.IsNullable, column.Column.IsNullable && !column.Property.TryGetDefaultValue(out _),
                        column.Property.GetGetter().GetClrValue)),
            ]);
        }

        /// <summary>Columns in which none of the rows has anything are not written.</summary>
        public Insertion For(object[] rows)
        {
            var written = 0UL;
            for (var i = 0; i < columns.Count; i++)
            {
                var column = columns[i];
                written |= !column.MayBeLeftOut || Array.Exists(rows, row => column.ValueOf(row) is not null) ? 1UL << i : 0;
            }

            return insertions.GetOrAdd(written, bits => new(name, schema, [.. columns.Where((_, i) => (bits & (1UL << i)) != 0)]));
        }
    }

    private sealed record Insertion(string Name, string? Schema, IReadOnlyList<Column> Columns)
    {
        /// <summary>By how many rows a command inserts: made once for each model.</summary>
        private readonly ConcurrentDictionary<int, Statement> statements = [];

        public async Task InsertAsync(DbContext db, IRelationalConnection connection, IRelationalCommandDiagnosticsLogger log, object[] rows, CancellationToken cancellation)
        {
            // Shared out evenly, so that one command serves for nearly all: the engine prepares it once.
            var times = Math.Ceiling(rows.Length / Math.Max(1.0, MostParameters / Columns.Count));
            var most = (int)Math.Ceiling(rows.Length / times);
            for (var from = 0; from < rows.Length;)
            {
                var statement = statements.GetOrAdd(Math.Min(most, rows.Length - from), count => StatementFor(count, db));
                await using var command = connection.DbConnection.CreateCommand();
                command.CommandText = statement.Text;
                command.Transaction = connection.CurrentTransaction?.GetDbTransaction();
                command.CommandTimeout = connection.CommandTimeout ?? command.CommandTimeout;
                do
                {
                    command.Parameters.Clear();
                    statement.Fill(command, Columns, rows.AsSpan(from, statement.Rows));
                    await SendAsync(command, db, connection, log, cancellation);
                    from += statement.Rows;
                }
                while (rows.Length - from >= statement.Rows);
            }
        }

        private Statement StatementFor(int rows, DbContext db)
        {
            var quote = db.GetService<ISqlGenerationHelper>();
            var names = Enumerable.Range(0, rows * Columns.Count).Select(number => quote.GenerateParameterName(FormattableString.Invariant($"p{number}"))).ToList();
            var columns = string.Join(", ", Columns.Select(column => quote.DelimitIdentifier(column.Name)));
            var values = string.Join(", ", names.Chunk(Columns.Count).Select(row => $"({string.Join(", ", row)})"));
            return new(rows, $"INSERT INTO {quote.DelimitIdentifier(Name, Schema)} ({columns}) VALUES {values}", names);
        }

        /// <summary>Sends it as EF Core sends its own: whoever watches commands sees it.</summary>
        private static async Task SendAsync(
            DbCommand command, DbContext db, IRelationalConnection connection, IRelationalCommandDiagnosticsLogger log, CancellationToken cancellation)
        {
            var (id, start, watch) = (Guid.NewGuid(), TimeProvider.System.GetUtcNow(), Stopwatch.StartNew());
            try
            {
                var told = await log.CommandNonQueryExecutingAsync(
                    connection, command, command.CommandText, db, id, connection.ConnectionId, start, CommandSource.ExecuteSqlRaw, cancellation);
                var inserted = told.HasResult ? told.Result : await command.ExecuteNonQueryAsync(cancellation);
                await log.CommandNonQueryExecutedAsync(
                    connection, command, command.CommandText, db, id, connection.ConnectionId, inserted, start, watch.Elapsed, CommandSource.ExecuteSqlRaw, cancellation);
            }
            catch (DbException error)
            {
                await log.CommandErrorAsync(
                    connection, command, command.CommandText, db, DbCommandMethod.ExecuteNonQuery, id, connection.ConnectionId, error, start, watch.Elapsed,
                    CommandSource.ExecuteSqlRaw, cancellation);
                throw;
            }
        }
    }

    private sealed record Statement(int Rows, string Text, IReadOnlyList<string> Names)
    {
        public void Fill(DbCommand command, IReadOnlyList<Column> columns, ReadOnlySpan<object> rows)
        {
            var number = 0;
            foreach (var row in rows)
            {
                foreach (var column in columns)
                {
                    command.Parameters.Add(column.Mapping.CreateParameter(command, Names[number++], column.ValueOf(row), column.IsNullable));
                }
            }
        }
    }
}
