using System.Collections.Concurrent;
using System.Data.Common;
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
    private const int MostParameters = 200;

    private const string Annotation = "Platform:Insertion";

    /// <summary>Inserts all of them in one transaction: all are there or none.</summary>
    /// <exception cref="DbUpdateException">The database refused one of them, as one whose key is already there.</exception>
    public static async Task InsertTogetherAsync(this DbContext db, IEnumerable<object> rows, CancellationToken cancellation)
    {
        var tables = rows.GroupBy(row => row.GetType()).Select(table => (TableOf(db, table.Key), table.ToList())).ToList();
        if (tables.Count == 0)
        {
            return;
        }

        try
        {
            // A commit whose answer was lost is tried again: the keys then refuse what is already there, and the caller looks again.
            await db.Database.CreateExecutionStrategy().ExecuteInTransactionAsync(
                async stop =>
                {
                    foreach (var (table, all) in tables)
                    {
                        foreach (var some in all.Chunk(Math.Max(1, MostParameters / table.Columns.Count)))
                        {
                            await table.InsertAsync(db, some, stop);
                        }
                    }
                },
                _ => Task.FromResult(false),
                cancellation);
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

    private sealed record Column(string Name, RelationalTypeMapping Mapping, bool IsNullable, Func<object, object?> ValueOf);

    private sealed record Table(string Name, string? Schema, IReadOnlyList<Column> Columns)
    {
        public static Table Of(IEntityType entity)
        {
            var mapping = entity.GetTableMappings().Single();
            return new(mapping.Table.Name, mapping.Table.Schema,
            [
                .. mapping.ColumnMappings
                    // What the database numbers by itself is left to it; a default is for rows that were there before the column.
                    .Where(column => column.Property.ValueGenerated == ValueGenerated.Never || column.Property.TryGetDefaultValue(out _))
                    .Select(column => new Column(column.Column.Name, column.TypeMapping, column.Column.IsNullable, column.Property.GetGetter().GetClrValue)),
            ]);
        }

        /// <summary>By how many rows it inserts: made once, as the commands of prepared queries are.</summary>
        private readonly ConcurrentDictionary<int, IRelationalCommand> commands = [];

        public async Task InsertAsync(DbContext db, object[] rows, CancellationToken cancellation)
        {
            var values = new Dictionary<string, object?>(rows.Length * Columns.Count, StringComparer.Ordinal);
            foreach (var row in rows)
            {
                foreach (var column in Columns)
                {
                    values.Add(NameOf(values.Count), column.ValueOf(row));
                }
            }

            var connection = db.GetService<IRelationalConnection>();
            var command = connection.RentCommand();
            command.PopulateFrom(commands.GetOrAdd(rows.Length, count => CommandFor(count, db)));
            try
            {
                await command.ExecuteNonQueryAsync(
                    new(connection, values, null, db, db.GetService<IRelationalCommandDiagnosticsLogger>(), CommandSource.ExecuteSqlRaw), cancellation);
            }
            finally
            {
                connection.ReturnCommand(command);
            }
        }

        private IRelationalCommand CommandFor(int rows, DbContext db)
        {
            var quote = db.GetService<ISqlGenerationHelper>();
            var command = db.GetService<IRelationalCommandBuilderFactory>().Create();
            command.Append("INSERT INTO ").Append(quote.DelimitIdentifier(Name, Schema)).Append(" (")
                .Append(string.Join(", ", Columns.Select(column => quote.DelimitIdentifier(column.Name)))).Append(") VALUES ");
            for (var number = 0; number < rows * Columns.Count; number++)
            {
                var (name, column) = (NameOf(number), Columns[number % Columns.Count]);
                command.Append(number == 0 ? "(" : number % Columns.Count == 0 ? "), (" : ", ").Append(quote.GenerateParameterName(name));
                command.AddParameter(name, quote.GenerateParameterName(name), column.Mapping, column.IsNullable);
            }

            return command.Append(")").Build();
        }

        private static string NameOf(int number) => number < Names.Length ? Names[number] : FormattableString.Invariant($"p{number}");

        private static readonly string[] Names = [.. Enumerable.Range(0, MostParameters).Select(number => FormattableString.Invariant($"p{number}"))];
    }
}
