using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Platform.Kernel.Text;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions;
using Platform.Participation.Decisions.RoundReports;
using Platform.Participation.Decisions.Sifting;
using Platform.TestKit;

namespace Platform.UnitTests.Participation;

/// <summary>What a crowd brings: a line in which one writes for many, and what tells junk from remarks.</summary>
public sealed class CrowdTests
{
    [Fact]
    public async Task Who_waits_while_others_are_written_is_written_with_those_who_wait()
    {
        var queue = new ReceptionQueue();
        var written = new List<int>();
        var first = new TaskCompletionSource();
        async Task WriteAsync(IReadOnlyList<Arrival> arrivals)
        {
            written.Add(arrivals.Count);
            if (written.Count == 1)
            {
                await first.Task;
            }

            foreach (var arrival in arrivals)
            {
                arrival.Receipt = new(arrival.Sending.Ticket.Length, arrival.Sending.Ticket, "", First: true);
            }
        }

        var receipts = Enumerable.Range(0, 40).Select(i => queue.ReceiveAsync("larache", Arrival(i), WriteAsync, alone: false)).ToList();
        var elsewhere = await queue.ReceiveAsync("demnate", Arrival(99), async arrivals => await Task.Run(() => arrivals[0].Receipt = new(1, "99", "", First: true)), alone: false);
        first.SetResult();

        Assert.Equal("99", elsewhere.Number);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"{i}"), (await Task.WhenAll(receipts)).Select(receipt => receipt.Number));
        Assert.Equal([1, 39], written);
    }

    [Fact]
    public async Task A_fault_is_everybodys_who_was_written_together_and_the_line_goes_on()
    {
        var queue = new ReceptionQueue();
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => queue.ReceiveAsync("larache", Arrival(1), _ => throw new InvalidOperationException("full"), alone: false));

        using (await queue.EnterAsync("larache"))
        {
            var next = queue.ReceiveAsync("larache", Arrival(2), arrivals => Task.FromResult(arrivals[0].Receipt = new(2, "2", "", First: true)), alone: true);
            Assert.False(next.IsCompleted);
        }

        var last = await queue.ReceiveAsync("larache", Arrival(3), arrivals => Task.FromResult(arrivals[0].Receipt = new(3, "3", "", First: true)), alone: false);
        Assert.Equal("3", last.Number);
    }

    [Theory]
    [InlineData("اشتروا الآن 12 من https://a.example/1", "اشتروا الآن 13 من www.b.example !!", true)]
    [InlineData("إنارة الأحياءِ", "انارة الاحياء", true)]
    [InlineData("Acheté, vite", "acheté vite 2", true)]
    [InlineData("اشتروا الآن", "لا تشتروا الآن", false)]
    public void Copies_of_a_machine_have_the_same_wording(string one, string other, bool same) =>
        Assert.Equal(same, Words.WordingOf(one, null) == Words.WordingOf(other, null));

    [Fact]
    public void What_has_no_words_has_no_wording() => Assert.Null(Words.WordingOf("123 — https://example.com/abc", null));

    [Fact]
    public void An_origin_is_the_same_on_one_day_and_another_on_the_next_and_in_another_process()
    {
        var clock = new TestClock(new(2026, 11, 22, 11, 0, 0, TimeSpan.Zero));
        var origins = new Origins(clock);
        var today = origins.Of("larache 192.0.2.7");
        Assert.Equal(today, origins.Of("larache 192.0.2.7"));
        Assert.NotEqual(today, origins.Of("larache 192.0.2.8"));
        Assert.NotEqual(today, new Origins(clock).Of("larache 192.0.2.7"));
        clock.Move(TimeSpan.FromDays(1));
        Assert.NotEqual(today, origins.Of("larache 192.0.2.7"));
    }

    [Theory]
    [InlineData("same", "0123456789abcdef", true)]
    [InlineData("same", "0123456789ABCDEF", false)]
    [InlineData("near", "x' OR 1=1", false)]
    [InlineData("links", "2", false)]
    [InlineData("since", "2026-11-22T17:50", true)]
    [InlineData("until", "2026-13-22T17:50", false)]
    [InlineData("until", "9999-12-31T23:59", false)]
    public void A_filter_that_is_malformed_is_refused(string key, string value, bool isRight) =>
        Assert.Equal(isRight, RemarkFilter.TryRead(new QueryCollection(new Dictionary<string, StringValues> { [key] = value }), out _));

    [Fact]
    public void What_a_report_keeps_is_read_as_it_was_written()
    {
        var content = new RoundContent(
            12, 3, [new("Participant_Visitor", 9)], [new("Gender_Woman", null)], [], [], 40, 12,
            [new("project:68", "68", new("إنارة", "Éclairage"), 40, new Dictionary<Outcome, int> { [Outcome.TakenUp] = 12 })],
            [new(Outcome.TakenUp, new("ستنار"), new("الولاية", "Wilaya"), new("عدلت", "Modifié"), "/openness/projects/68", 12, 5)]);
        var read = RoundContent.Read(content.ToJson());

        Assert.Equal(content.ToJson(), read.ToJson());
        Assert.Equal(12, read.Matters[0].Answered);
        Assert.Equal("Éclairage", read.Matters[0].Title!.In(Language.French));
        Assert.Contains("ستنار", content.ToJson(), StringComparison.Ordinal);
    }

    private static Arrival Arrival(int i) => new(null!, new($"{i}", null!, []), $"{i}", default);
}
