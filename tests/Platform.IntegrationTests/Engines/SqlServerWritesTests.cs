using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using Platform.Data;

namespace Platform.IntegrationTests.Engines;

/// <summary>What is sent to SQL Server when rows are saved: one of every table alone and several at once, changed and removed, and those that are never tracked.</summary>
public sealed class SqlServerWritesTests
{
    /// <summary>From four rows on, a command of another form is sent.</summary>
    private const int Several = 5;

    [Fact]
    public async Task Every_row_is_saved_in_words_that_SQL_Server_reads()
    {
        var commands = new SqlServerCommands();
        using var commune = commands.Commune();
        using var nation = commands.Nation();
        foreach (var db in new DbContext[] { commune, nation })
        {
            db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
            foreach (var entity in db.Model.GetEntityTypes().Where(entity => !entity.IsOwned()))
            {
                await SaveAsync(commands, db, entity, EntityState.Added, 1);
                await SaveAsync(commands, db, entity, EntityState.Added, Several);
                await SaveAsync(commands, db, entity, EntityState.Deleted, 1);
                if (entity.GetProperties().Any(property => !property.IsPrimaryKey()))
                {
                    await SaveAsync(commands, db, entity, EntityState.Modified, 1);
                }
            }
        }

        Assert.True(commands.Texts.Count > 400, $"There were only {commands.Texts.Count} commands.");
        Assert.Empty(commands.Texts.Select(TransactSql.Refusal).OfType<string>());
    }

    [Fact]
    public async Task Rows_that_are_never_tracked_are_inserted_in_words_that_SQL_Server_reads()
    {
        var commands = new SqlServerCommands();
        using var db = commands.Commune();
        foreach (var entity in db.Model.GetEntityTypes().Where(entity => !entity.IsOwned() && !entity.IsPropertyBag && !entity.GetNavigations().Any(one => one.TargetEntityType.IsOwned())))
        {
            await db.InsertAsync(Enumerable.Range(0, Several).Select(_ => SampleValues.Row(entity)), CancellationToken.None);
        }

        Assert.True(commands.Texts.Count > 40, $"There were only {commands.Texts.Count} commands.");
        Assert.Empty(commands.Texts.Select(TransactSql.Refusal).OfType<string>());
    }

    private static async Task SaveAsync(SqlServerCommands commands, DbContext db, IEntityType entity, EntityState state, int rows)
    {
        var before = commands.Texts.Count;
        db.ChangeTracker.Clear();
        for (var number = 1; number <= rows; number++)
        {
            var entry = entity.IsPropertyBag ? db.Set<Dictionary<string, object>>(entity.Name).Entry((Dictionary<string, object>)SampleValues.Row(entity)) : db.Entry(SampleValues.Row(entity));
            foreach (var key in entity.FindPrimaryKey()!.Properties.Where(key => state != EntityState.Added || key.ValueGenerated == ValueGenerated.Never))
            {
                entry.Property(key).CurrentValue = KeyOf(key.ClrType, number) ?? entry.Property(key).CurrentValue;
            }

            entry.State = EntityState.Added;
        }

        foreach (var entry in db.ChangeTracker.Entries().ToList().Where(_ => state != EntityState.Added))
        {
            entry.State = EntityState.Unchanged;
            entry.State = state;
        }

        try
        {
            // Past our own rules of saving: what is written once is not changed, but what would be sent is looked at.
#pragma warning disable EF1001
            await db.GetService<IDatabase>().SaveChangesAsync([.. db.ChangeTracker.Entries().Select(entry => (IUpdateEntry)entry.GetInfrastructure())], CancellationToken.None);
#pragma warning restore EF1001
        }
        catch (DbUpdateException)
        {
            // Nobody answered how many rows it was.
        }

        Assert.True(commands.Texts.Count > before, $"Nothing was sent for {state} of {entity.DisplayName()}.");
    }

    /// <summary>No two rows alike, and known where they are there already.</summary>
    private static object? KeyOf(Type type, int number) =>
        type == typeof(string) ? number.ToString(CultureInfo.InvariantCulture)
        : type == typeof(int) || type == typeof(long) ? Convert.ChangeType(number, type, CultureInfo.InvariantCulture)
        : null;
}
