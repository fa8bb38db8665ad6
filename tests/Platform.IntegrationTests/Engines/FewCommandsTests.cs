using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.Charter;
using Platform.Data;
using Platform.Data.Outbox;
using Platform.Kernel.Charters;

namespace Platform.IntegrationTests.Engines;

/// <summary>What a month is read and written with, in few commands: the same rows as by the long way.</summary>
public sealed class FewCommandsTests(SharedHost shared)
{
    private static readonly DateTime Now = new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Func<CommuneContext, string, DateTime, CancellationToken, Task<List<Told>>> Waiting = Prepared.Query(
        (CommuneContext db, string kind, DateTime due) => db.Set<OutboxMessage>()
            .Where(message => message.Kind == kind && message.DueAt <= due).OrderBy(message => message.Id).Select(message => new Told(message.Payload, message.DueAt, message.DeliveredAt)));

    private static readonly Func<CommuneContext, CancellationToken, Task<List<CharterVersion>>> WithSections = Prepared.Query(
        (CommuneContext db) => db.Set<CharterVersion>().AsNoTracking().Include(version => version.Sections).OrderBy(version => version.Number));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_prepared_query_answers_in_a_transaction_by_its_own_values_and_sees_what_the_transaction_wrote() => InAsync(async db =>
    {
        Assert.Empty(await Waiting(db, "test.other", Now, Stop));
        await using var transaction = await db.BeginAsync(Stop);
        Assert.Empty(await Waiting(db, "test.few", Now, Stop));

        var (early, late) = (OutboxMessage.Of("test.few", "أ", Now), OutboxMessage.Of("test.few", "ب", Now.AddHours(1)));
        late.MarkDelivered(Now.AddHours(2));
        db.AddRange(early, late);
        await db.SaveChangesAsync(Stop);

        Assert.Equal([new Told("\"أ\"", Now, null)], await Waiting(db, "test.few", Now, Stop));
        Assert.Equal([new Told("\"أ\"", Now, null), new Told("\"ب\"", Now.AddHours(1), Now.AddHours(2))], await Waiting(db, "test.few", Now.AddDays(1), Stop));
        Assert.Empty(await Waiting(db, "test.other", Now.AddDays(1), Stop));
    });

    [Fact]
    public Task A_prepared_query_that_takes_several_rows_for_a_result_is_refused_rather_than_halved() => InAsync(async db =>
    {
        Assert.Contains(await WithSections(db, Stop), version => version.Sections.Count > 1);

        await using var transaction = await db.BeginAsync(Stop);
        await Assert.ThrowsAsync<NotSupportedException>(() => WithSections(db, Stop));
    });

    [Theory]
    [InlineData(1)]
    [InlineData(41)]
    [InlineData(97)]
    public Task Rows_that_are_inserted_together_are_all_there_once_in_their_order(int rows) => InAsync(async db =>
    {
        await using var transaction = await db.BeginAsync(Stop);
        await db.InsertAsync(Enumerable.Range(0, rows).Select(number => OutboxMessage.Of("test.few", number, Now)), Stop);

        Assert.Equal(Enumerable.Range(0, rows), (await db.Set<OutboxMessage>().AsNoTracking().Where(message => message.Kind == "test.few").OrderBy(message => message.Id).ToListAsync(Stop)).Select(message => message.Read<int>()));
    });

    /// <summary>Nothing of it is committed: the host is everybody's.</summary>
    private Task InAsync(Func<CommuneContext, Task> work) =>
        shared.Host.InCommuneAsync("demnate", services => work(services.GetRequiredService<CommuneContext>()));

    private sealed record Told(string Payload, DateTime DueAt, DateTime? DeliveredAt);
}
