using System.Data.Common;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Platform.Composition.Engines;

/// <summary>
/// The rows of one table of the model as values of the model's types, whatever engine keeps them. The names come from the model and are quoted by the
/// engine; there is no other text in the command.
/// </summary>
internal sealed class TableRows
{
    private static readonly MethodInfo Field = typeof(DbDataReader).GetMethod(nameof(DbDataReader.GetFieldValue))!;

    private readonly ITable table;
    private readonly IReadOnlyList<(string Name, Func<DbDataReader, int, object?> Read)> columns;

    private TableRows(ITable table) => (this.table, columns) = (table, [.. table.Columns.Select(column => (column.Name, ReaderOf(column)))]);

    public string Name => table.Name;

    /// <summary>Every table of the model, by name.</summary>
    public static IEnumerable<TableRows> Of(DbContext context) =>
        context.Model.GetRelationalModel().Tables.OrderBy(table => table.Name, StringComparer.Ordinal).Select(table => new TableRows(table));

    /// <summary>All rows in the order of the key, one at a time.</summary>
    public async IAsyncEnumerable<IReadOnlyDictionary<string, object?>> ReadAsync(
        DbContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var quote = context.GetService<ISqlGenerationHelper>();
        var key = table.PrimaryKey?.Columns ?? [];
        var order = key.Count == 0 ? "" : " ORDER BY " + string.Join(", ", key.Select(column => quote.DelimitIdentifier(column.Name)));
        await context.Database.OpenConnectionAsync(cancellation);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Names of the model alone, quoted.
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(column => quote.DelimitIdentifier(column.Name)))} FROM {quote.DelimitIdentifier(table.Name, table.Schema)}{order}";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return columns.Select((column, at) => (column.Name, Value: reader.IsDBNull(at) ? null : column.Read(reader, at)))
                .ToDictionary(pair => pair.Name, pair => pair.Value);
        }
    }

    private static Func<DbDataReader, int, object?> ReaderOf(IColumn column)
    {
        var mapping = column.PropertyMappings is [var first, ..] ? first.TypeMapping : null;
        if (mapping is null)
        {
            return (reader, at) => reader.GetValue(at);
        }

        var converter = mapping.Converter;
        var stored = converter?.ProviderClrType ?? mapping.ClrType;
        var get = Field.MakeGenericMethod(Nullable.GetUnderlyingType(stored) ?? stored);
        return (reader, at) =>
        {
            var value = get.Invoke(reader, [at]);
            return converter is null ? value : Plain(converter.ConvertFromProvider(value));
        };
    }

    /// <summary>Words of ours that JSON does not know are written as they are stored.</summary>
    private static object? Plain(object? value) => value is Kernel.Time.Period period ? period.ToString() : value;
}
