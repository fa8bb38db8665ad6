using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Platform.TestKit;

/// <summary>
/// What SQLite lets pass and SQL Server does not, looked for wherever a test saves: texts longer than their column, numbers that do not fit theirs, and a
/// transaction that changes other rows before it waits for the head of the audit trail, which two at once would wait for crosswise.
/// </summary>
public sealed class SqlServerRules : SaveChangesInterceptor, IDbCommandInterceptor
{
    private const decimal Largest = 99_999_999_999_999.9999m;

    private readonly ConditionalWeakTable<DbTransaction, StrongBox<string?>> written = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        foreach (var entry in eventData.Context!.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            foreach (var property in entry.Properties)
            {
                Check(entry, property);
            }
        }

        return new(result);
    }

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Look(command);
        return new(result);
    }

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Look(command);
        return new(result);
    }

    private static void Check(EntityEntry entry, PropertyEntry property)
    {
        var value = property.Metadata.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(property.CurrentValue) : property.CurrentValue;
        var fault = value switch
        {
            string text when property.Metadata.GetMaxLength() is { } longest && text.Length > longest => $"has {text.Length} characters and room for {longest}",
            decimal number when Math.Abs(number) > Largest || decimal.Round(number, 4) != number => $"is {number}, which decimal(18, 4) does not hold",
            _ => null,
        };
        if (fault is not null)
        {
            throw new InvalidOperationException($"{entry.Metadata.DisplayName()}.{property.Metadata.Name} {fault}.");
        }
    }

    private void Look(DbCommand command)
    {
        if (command.Transaction is not { } transaction || !Writes(command.CommandText))
        {
            return;
        }

        var first = written.GetValue(transaction, _ => new(null));
        if (command.CommandText.Contains("UPDATE \"audit_head\"", StringComparison.Ordinal) && first.Value is { } before && !before.Contains("audit_", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The head of the audit trail is waited for after other rows were changed: begin with BeginActAsync. First was: " + before);
        }

        first.Value ??= command.CommandText;
    }

    private static bool Writes(string statement) =>
        statement.StartsWith("UPDATE", StringComparison.Ordinal) || statement.StartsWith("INSERT", StringComparison.Ordinal) || statement.StartsWith("DELETE", StringComparison.Ordinal);
}
