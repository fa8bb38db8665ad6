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
                var insertion = TableOf(db, kind.Key).For(all);
                foreach (var some in all.Chunk(Math.Max(1, MostParameters / insertion.Columns.Count)))
                {
                    await insertion.InsertAsync(db, connection, log, some, cancellation);
                }
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
        /// <summary>By how many rows it inserts: made once, as the commands of prepared queries are.</summary>
        private readonly ConcurrentDictionary<int, IRelationalCommand> commands = [];

        public async Task InsertAsync(
            DbContext db, IRelationalConnection connection, IRelationalCommandDiagnosticsLogger log, object[] rows, CancellationToken cancellation)
        {
            var command = connection.RentCommand();
            command.PopulateFrom(commands.GetOrAdd(rows.Length, count => CommandFor(count, db)));
            try
            {
                var values = new Dictionary<string, object?>(1, StringComparer.Ordinal) { [RowValues.Name] = rows };
                await command.ExecuteNonQueryAsync(new(connection, values, null, db, log, CommandSource.ExecuteSqlRaw), cancellation);
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
            var names = Enumerable.Range(0, rows * Columns.Count)
                .Select(number => quote.GenerateParameterName(FormattableString.Invariant($"p{number}"))).ToList();
            command.Append(string.Join(", ", names.Chunk(Columns.Count).Select(row => $"({string.Join(", ", row)})")));
            command.AddParameter(new RowValues(Columns, names));
            return command.Build();
        }
    }

    /// <summary>
    /// The values of all rows of a command, read from the rows when it is sent: a parameter of its own for each would be looked up by name in a dictionary made
    /// for one command.
    /// </summary>
    private sealed class RowValues(IReadOnlyList<Column> columns, IReadOnlyList<string> names) : IRelationalParameter
    {
        public const string Name = "rows";

        public string InvariantName => Name;

        public void AddDbParameter(DbCommand command, IReadOnlyDictionary<string, object?>? parameterValues) =>
            AddDbParameter(command, parameterValues?[Name]);

        public void AddDbParameter(DbCommand command, object? value)
        {
            var number = 0;
            foreach (var row in (object[])value!)
            {
                foreach (var column in columns)
                {
                    command.Parameters.Add(column.Mapping.CreateParameter(command, names[number++], column.ValueOf(row), column.IsNullable));
                }
            }
        }
    }
}
