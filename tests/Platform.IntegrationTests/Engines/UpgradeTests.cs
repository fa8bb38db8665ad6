using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.Charter;
using Platform.Composition.Engines;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Outbox;

namespace Platform.IntegrationTests.Engines;

/// <summary>
/// Databases that the first version made, with rows in every one of its tables, are brought to the newest: nothing is lost, and what is new says of the old
/// rows what holds of them.
/// </summary>
public sealed class UpgradeTests : IDisposable
{
    private const string First = "First";

    private readonly string folder = Directory.CreateTempSubdirectory("upgrade-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commune_of_the_first_version_loses_nothing()
    {
        await using var db = OpenCommune();
        var before = await MakeAsync(db, "first-commune.sql");

        await db.Database.MigrateAsync(Stop);

        await AssertKeptAsync(db, before);
    }

    [Fact]
    public async Task The_national_database_of_the_first_version_loses_nothing()
    {
        await using var db = OpenNation();
        var before = await MakeAsync(db, "first-national.sql");

        await db.Database.MigrateAsync(Stop);

        await AssertKeptAsync(db, before);
    }

    [Fact]
    public async Task What_was_public_stays_public_and_what_stood_in_order_keeps_it()
    {
        await using var db = await UpgradedCommuneAsync();

        var plan = await db.Set<Plan>().AsNoTracking().SingleAsync(Stop);
        Assert.Equal((1, plan.AddedAt), (plan.Number, plan.PublishedAt));
        var axes = await db.Set<Axis>().AsNoTracking().Include(axis => axis.Activities).ToListAsync(Stop);
        Assert.All(axes, axis => Assert.Equal(axis.Number, axis.Position));
        Assert.All(axes.SelectMany(axis => axis.Activities), activity => Assert.Equal(activity.Number, activity.Position));
        Assert.NotEmpty(await db.ReadAxesAsync(new DateOnly(2026, 11, 22), Stop));
        Assert.All(
            await db.Set<Commitment>().AsNoTracking().ToListAsync(Stop),
            commitment => Assert.Equal(commitment.Number.ToString(CultureInfo.InvariantCulture), commitment.Key));
        var versions = await db.Set<CharterVersion>().AsNoTracking().OrderBy(version => version.Number).ToListAsync(Stop);
        Assert.Equal(
            [(CharterState.Superseded, null), (CharterState.InForce, true)], versions.Select(version => (version.State, version.Reigning)));
    }

    [Fact]
    public async Task What_waited_to_be_sent_is_due_and_old_acts_take_their_places_in_the_chain()
    {
        await using var db = await UpgradedCommuneAsync();
        var now = new DateTime(2026, 11, 22, 11, 0, 0, DateTimeKind.Utc);

        Assert.NotEmpty(await db.Set<OutboxMessage>().Where(message => message.DeliveredAt == null && message.DueAt <= now && message.FailedAt == null).ToListAsync(Stop));
        db.Add(AuditEntry.Of(now, "system:test", "test.upgraded", "test:1", null));
        await db.SaveChangesAsync(Stop);
        Assert.DoesNotContain(await db.Set<AuditEntry>().AsNoTracking().ToListAsync(Stop), entry => entry.Sequence is null || entry.Digest is null);
    }

    [Fact]
    public async Task An_old_row_can_be_edited()
    {
        await using var db = await UpgradedCommuneAsync();
        var axis = await db.Set<Axis>().OrderBy(axis => axis.Id).FirstAsync(Stop);
        var revision = axis.Revision;

        db.EditedFrom(axis, revision);
        axis.StandAt(7);
        await db.SaveChangesAsync(Stop);

        Assert.Equal((revision + 1, 7), (axis.Revision, axis.Position));
    }

    [Fact]
    public async Task A_row_that_is_lost_or_changed_on_the_way_is_noticed()
    {
        await using var db = OpenCommune();
        var before = await MakeAsync(db, "first-commune.sql");
        await db.Database.MigrateAsync(Stop);
        await db.Set<Axis>().OrderBy(axis => axis.Id).Take(1).ExecuteUpdateAsync(set => set.SetProperty(axis => axis.Number, 98), Stop);

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => AssertKeptAsync(db, before));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private SqliteCommuneContext OpenCommune() =>
        new(new DbContextOptionsBuilder<SqliteCommuneContext>().UseSqlite($"Data Source={Path.Combine(folder, "commune.db")}").Options);

    private SqliteNationalContext OpenNation() =>
        new(new DbContextOptionsBuilder<SqliteNationalContext>().UseSqlite($"Data Source={Path.Combine(folder, "national.db")}").Options);

    private async Task<SqliteCommuneContext> UpgradedCommuneAsync()
    {
        var db = OpenCommune();
        await MakeAsync(db, "first-commune.sql");
        await db.Database.MigrateAsync(Stop);
        return db;
    }

    /// <summary>The database as the first version left it: every table has a row.</summary>
    private static async Task<Dictionary<string, List<Dictionary<string, object>>>> MakeAsync(DbContext db, string rows)
    {
        await db.GetService<IMigrator>().MigrateAsync(First, Stop);
        var file = Path.Combine(Repository.Root, "tests", "Platform.IntegrationTests", "Engines", "Upgrades", rows);
        await using var connection = await OpenAsync(db);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A file of this test.
        command.CommandText = await File.ReadAllTextAsync(file, Stop);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Stop);
        var tables = new Dictionary<string, List<Dictionary<string, object>>>();
        foreach (var table in await ReadAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'"))
        {
            var name = (string)table["name"];
            tables[name] = await ReadAsync(connection, $"SELECT * FROM \"{name}\"");
        }

        Assert.Empty(tables.Where(table => table.Value.Count == 0).Select(table => table.Key));
        return tables;
    }

    /// <summary>Every row is there by its key with every value it had, nothing hangs in the air, and the product can read all of it.</summary>
    private static async Task AssertKeptAsync(DbContext db, Dictionary<string, List<Dictionary<string, object>>> before)
    {
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Stop));
        await using var connection = await OpenAsync(db);
        foreach (var (table, rows) in before)
        {
            var keys = (await ReadAsync(connection, $"SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk")).ConvertAll(column => (string)column["name"]);
            var now = (await ReadAsync(connection, $"SELECT * FROM \"{table}\"")).ToDictionary(row => KeyOf(row, keys));
            Assert.Equal(rows.Count, now.Count);
            foreach (var row in rows)
            {
                Assert.True(now.TryGetValue(KeyOf(row, keys), out var kept), $"{table} {KeyOf(row, keys)} is gone.");
                Assert.Equal(row, kept.Where(column => row.ContainsKey(column.Key)).ToDictionary());
            }
        }

        Assert.Empty(await ReadAsync(connection, "SELECT * FROM pragma_foreign_key_check"));
        Assert.Equal("ok", Assert.Single(await ReadAsync(connection, "PRAGMA integrity_check")).Values.Single());
        foreach (var entity in db.Model.GetEntityTypes().Where(entity => !entity.IsOwned() && entity.GetTableName() is { } name && before.ContainsKey(name)))
        {
            var read = await ((IQueryable<object>)typeof(DbContext).GetMethods()
                .Single(method => method is { Name: nameof(DbContext.Set), IsGenericMethod: true } && method.GetParameters().Length == 0)
                .MakeGenericMethod(entity.ClrType)
                .Invoke(db, null)!).AsNoTracking().ToListAsync(Stop);
            Assert.Equal(before[entity.GetTableName()!].Count, read.Count);
        }
    }

    private static string KeyOf(Dictionary<string, object> row, List<string> keys) => string.Join('|', keys.Select(key => row[key]));

    private static async Task<SqliteConnection> OpenAsync(DbContext db)
    {
        var connection = new SqliteConnection(db.Database.GetConnectionString());
        await connection.OpenAsync(Stop);
        return connection;
    }

    private static async Task<List<Dictionary<string, object>>> ReadAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Words of this test and names of tables.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var rows = new List<Dictionary<string, object>>();
        while (await reader.ReadAsync(Stop))
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetValue));
        }

        return rows;
    }
}
