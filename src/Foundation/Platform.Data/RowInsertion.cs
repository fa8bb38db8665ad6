using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
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

        public async Task InsertAsync(DbContext db, object[] rows, CancellationToken cancellation)
        {
            var quote = db.GetService<ISqlGenerationHelper>();
            var text = new StringBuilder("INSERT INTO ").Append(quote.DelimitIdentifier(Name, Schema)).Append(" (");
            text.AppendJoin(", ", Columns.Select(column => quote.DelimitIdentifier(column.Name))).Append(") VALUES ");
            var parameters = new List<object>(rows.Length * Columns.Count);
            await using var maker = db.Database.GetDbConnection().CreateCommand();
            foreach (var row in rows)
            {
                var begin = parameters.Count == 0 ? "(" : "), (";
                foreach (var column in Columns)
                {
                    var name = "@p" + parameters.Count;
                    text.Append(begin).Append(name);
                    begin = ", ";
                    parameters.Add(column.Mapping.CreateParameter(maker, name, column.ValueOf(row), column.IsNullable));
                }
            }

            text.Append(')');
#pragma warning disable EF1002 // Names of the model alone, quoted; every value is a parameter.
            await db.Database.ExecuteSqlRawAsync(text.ToString(), parameters, cancellation);
#pragma warning restore EF1002
        }
    }
}
