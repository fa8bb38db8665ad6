using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Platform.Data;

namespace Platform.IntegrationTests.Engines;

/// <summary>SQL Server's contexts try every command again; so does the one of these tests.</summary>
public sealed class TransactionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_room_begins_is_taken_by_a_context_that_tries_again()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(Stop);
        await using var db = new Numbers(connection);
        await db.Database.EnsureCreatedAsync(Stop);

        await KeepAsync(db, 1);
        await KeepAsync(db, 2);
        Assert.Equal([1, 2], await db.All.OrderBy(number => number.Id).Select(number => number.Id).ToListAsync(Stop));

        // Without it, the context refuses: what the rooms are kept from.
#pragma warning disable RS0030
        await using var transaction = await db.Database.BeginTransactionAsync(Stop);
#pragma warning restore RS0030
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.All.CountAsync(Stop));
    }

    private static async Task KeepAsync(Numbers db, int number)
    {
        await using var transaction = await db.BeginAsync(Stop);
        db.Add(new Number { Id = number });
        await db.SaveChangesAsync(Stop);
        Assert.Equal(number, await db.All.CountAsync(Stop));
        await transaction.CommitAsync(Stop);
    }

    private sealed class Number
    {
        public int Id { get; init; }
    }

    private sealed class Numbers(SqliteConnection connection) : DbContext
    {
        public DbSet<Number> All => Set<Number>();

        protected override void OnConfiguring(DbContextOptionsBuilder options) =>
            options.UseSqlite(connection, sqlite => sqlite.ExecutionStrategy(dependencies => new TriesAgain(dependencies)));
    }

    private sealed class TriesAgain(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, maxRetryCount: 1, maxRetryDelay: TimeSpan.Zero)
    {
        protected override bool ShouldRetryOn(Exception exception) => false;
    }
}
