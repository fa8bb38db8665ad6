using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Composition.ReadyAnswers;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions;
using Platform.Participation.Decisions.RoundReports;
using Platform.TestKit.People;
using Platform.Ui.Sites;
using static Platform.IntegrationTests.Participation.AnswerRound;
using Said = Platform.Participation.Contributions.Said;

namespace Platform.IntegrationTests.Participation;

/// <summary>Many at once: how pages follow, how the team sifts and answers many in one act, and how the report is made, resumed and kept.</summary>
public sealed class CrowdTests
{
    private const string Desk = $"/fr/workspace/consultations/{Slug}/remarks";
    private const string Public = $"/fr/consultations/{Slug}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_waits_to_be_read_empties_no_page_and_what_is_shown_empties_them_once_in_a_second()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        var tag = PublicCache.TagOf(Commune);
        int Emptied() => host.Services.GetRequiredService<ReadyAnswerStore>().GenerationOf(tag);

        var before = Emptied();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 30; i++)
        {
            await SendAsync(host, $"{i}", $"ملاحظة {i}");
        }

        var crowd = Emptied() - before;
        Assert.InRange(crowd, 1, 2 + (int)watch.Elapsed.TotalSeconds); // however slow the machine is

        // Several times what the last one of them waits for: a timer may be late.
        await Task.Delay(TimeSpan.FromSeconds(4), Stop);
        Assert.InRange(Emptied() - before, crowd, crowd + 1);

        await InAsync(host, async db =>
        {
            var consultation = await db.Set<Consultation>().SingleAsync(Stop);
            consultation.Reword(consultation.Title, consultation.Text, true, Moderation.Before);
            return await db.SaveChangesAsync(Stop);
        });
        var strict = Emptied();
        await SendAsync(host, "waiting", "تنتظر");
        await Task.Delay(TimeSpan.FromSeconds(1.2), Stop);
        Assert.Equal(strict, Emptied());
    }

    [Fact]
    public async Task Together_or_alone_each_ticket_is_one_contribution_with_one_receipt()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => SendAsync(host, $"{i % 40}", $"ملاحظة {i % 40}")));

        Assert.Equal(40, receipts.Select(receipt => receipt.Number).Distinct().Count());
        Assert.Equal(40, receipts.Count(receipt => receipt.First));
        Assert.Equal(40, await InAsync(host, db => db.Set<Contribution>().CountAsync(Stop)));
        Assert.Equal(40, await InAsync(host, db => db.Set<Participant>().CountAsync(Stop)));
    }

    [Fact]
    public async Task Who_presses_twice_in_a_crowd_gets_the_same_receipt_twice()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);

        // One right after the other: most pairs are written down together.
        var receipts = await Task.WhenAll(Enumerable.Range(0, 80).Select(i => SendAsync(host, $"{i / 2}", $"ملاحظة {i / 2}")));

        Assert.All(receipts.Chunk(2), pair => Assert.Equal((pair[0].Number, pair[0].TrackingCode), (pair[1].Number, pair[1].TrackingCode)));
        Assert.Equal(40, receipts.Count(receipt => receipt.First));
        Assert.Equal(40, await InAsync(host, db => db.Set<Contribution>().CountAsync(Stop)));
    }

    [Fact]
    public async Task A_burst_is_found_by_its_words_its_origin_its_links_and_its_time_and_many_get_one_answer_that_they_keep()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        await SendAsync(host, "good", "اقتراح جيد");
        var at = host.Clock.GetUtcNow().UtcDateTime;
        await FillAsync(host, 260, at.AddHours(-3), i => $"اشتروا الآن {i} من www.example.com", "0123456789abcdef");
        using var team = await host.SignInAsync(Commune, Role.FocalPoint);

        var page = await team.PageAsync(Desk + "?q=اشتروا");
        var same = page.QuerySelector("a[href*='same=']")!.GetAttribute("href")!;
        foreach (var filter in new[] { same[same.IndexOf('?', StringComparison.Ordinal)..], "?near=0123456789abcdef", "?links=1", "?since=2026-11-22T08:30&until=2026-11-22T09:30" })
        {
            Assert.Contains("260", (await team.PageAsync(Desk + filter)).QuerySelector("p[role=status]")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.BadRequest, await team.StatusAsync(Desk + "?same=x"));
        Assert.Equal(HttpStatusCode.BadRequest, await team.StatusAsync($"{Public}/remarks?links=1"));

        // Held back in one act; days later, from the list of what is held back, shown again in one.
        using (var held = await PressAsync(team, Desk + "?links=1", "HoldAll", [("Reason", "Advertising")]))
        {
            Assert.Equal(HttpStatusCode.Redirect, held.StatusCode);
        }

        foreach (var never in new[] { "-1", $"{long.MaxValue}" })
        {
            var list = await team.PageAsync(Desk + "?state=held");
            list.QuerySelector("form[action*='handler=Undo']")!.SetAttribute("action", $"{Desk}?handler=Undo&at={never}");
            using var refused = await team.SubmitAsync(list, Desk, [], "form[action*='handler=Undo']");
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        await team.PageAsync(Desk);
        using (var undone = await team.SubmitAsync(Desk + "?state=held", [], "form[action*='handler=Undo']"))
        {
            Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        }

        Assert.Equal(261, await InAsync(host, db => db.Set<Remark>().CountAsync(remark => remark.State == RemarkState.Shown, Stop)));

        // One answer for all of the search; revised, all keep it.
        using var form = await PressAsync(team, Desk + "?links=1", "AnswerAll", []);
        using (var said = await team.SubmitAsync(
            form.Headers.Location!.OriginalString, [("Input.Outcome", "NotTakenUp"), ("Input.Reason.Ar", "إعلان"), ("publish", "true")], "form.form"))
        {
            Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        }

        var decision = await InAsync(host, db => db.Set<Decision>().Select(one => one.Id).SingleAsync(Stop));
        using (var revised = await team.SubmitAsync(
            $"/fr/workspace/consultations/{Slug}/decisions/edit/{decision}", [("Input.Reason.Ar", "إعلان تجاري"), ("publish", "true")], "form.form"))
        {
            Assert.Equal(HttpStatusCode.Redirect, revised.StatusCode);
        }

        Assert.Equal(260, await InAsync(host, db => db.Set<Remark>().CountAsync(remark => remark.DecisionId == decision && remark.Decision!.Reason == new LocalizedText("إعلان تجاري", null, null), Stop)));
    }

    [Fact]
    public async Task A_report_is_made_once_goes_on_where_it_was_killed_and_is_made_anew_when_an_answer_changes()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        await FillAsync(host, RemarkTable.Piece + 200, host.Clock.GetUtcNow().UtcDateTime, i => $"ملاحظة {i}", null);
        host.Clock.MoveTo(new DateTimeOffset(ClosesAt.AddMinutes(1), TimeSpan.Zero));
        using var team = await host.SignInAsync(Commune, Role.FocalPoint);
        using var citizen = host.Commune(Commune);
        using (var said = await team.SubmitAsync($"/fr/workspace/consultations/{Slug}/report", [("Note.Ar", "سنجيب")], "form.form"))
        {
            Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        }

        await ReportedAsync(host, 1);
        var list = await citizen.GetStringAsync(new Uri($"{Public}/remarks.csv", UriKind.Relative), Stop);
        Assert.Equal(RemarkTable.Piece + 202, list.Split('\n').Length);

        // As a process leaves it that was killed after the first piece.
        var key = await InAsync(host, async db =>
        {
            var report = await db.Set<RoundReport>().SingleAsync(Stop);
            await db.Set<RoundReportPart>().Where(part => part.Number > 1 || part.File.StartsWith("word")).ExecuteDeleteAsync(Stop);
            await db.Set<RoundReport>().ExecuteUpdateAsync(set => set.SetProperty(one => one.FinishedAt, (DateTime?)null).SetProperty(one => one.Content, (string?)null), Stop);
            return RoundReportMaker.KeyOf(report.ConsultationId, 1);
        });
        var first = await InAsync(host, db => db.Set<RoundReportPart>().OrderBy(part => part.Id).Select(part => part.Id).FirstAsync(Stop));
        await host.RunJobAsync(RoundReportMaker.JobName, key);
        await host.RunJobAsync(RoundReportMaker.JobName, key);
        Assert.Equal(list, await citizen.GetStringAsync(new Uri($"{Public}/remarks.csv?again", UriKind.Relative), Stop));
        Assert.Equal(first, await InAsync(host, db => db.Set<RoundReportPart>().OrderBy(part => part.Id).Select(part => part.Id).FirstAsync(Stop)));

        // An answer that comes later: the next version, and the former one is forgotten.
        var remark = await InAsync(host, db => db.Set<Remark>().OrderBy(one => one.Id).Select(one => one.Id).FirstAsync(Stop));
        using (var answered = await team.SubmitAsync(
            $"/fr/workspace/consultations/{Slug}/decisions/edit?remark={remark}", [("Input.Outcome", "TakenUp"), ("Input.Reason.Ar", "نعم"), ("Input.Reason.Fr", "Oui, retenu"), ("publish", "true")], "form.form"))
        {
            Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        }

        await ReportedAsync(host, 2);
        Assert.Contains("Oui, retenu", (await citizen.PageAsync($"{Public}/report")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await InAsync(host, db => db.Set<RoundReport>().SingleAsync(Stop))).Version);
        Assert.Equal(HttpStatusCode.NotFound, await citizen.StatusAsync($"{Public}/report?p=2"));
        Assert.Equal(HttpStatusCode.BadRequest, await citizen.StatusAsync($"{Public}/report?p=x"));
    }

    private static Task<int> FillAsync(PlatformHost host, int count, DateTime at, Func<int, string> text, string? origin) => InAsync(host, async db =>
    {
        var consultation = await db.Set<Consultation>().SingleAsync(Stop);
        var participant = Participant.Of(consultation, $"fill-{origin}", ParticipantKind.Visitor, null, Language.Arabic);
        var sent = Contribution.Online(consultation, participant, new string('a', 64), new string('b', 64), at, origin);
        sent.Remarks.AddRange(Enumerable.Range(0, count).Select(i => Remark.Of(consultation, RemarkKind.Note, null, text(i), null, null, at)));
        db.Add(sent);
        return await db.SaveChangesAsync(Stop);
    });

    private static async Task<HttpResponseMessage> PressAsync(HttpClient team, string path, string handler, IReadOnlyList<(string Name, string? Value)> fields)
    {
        var page = await team.PageAsync(path);
        var button = page.QuerySelector($"button[formaction*='handler={handler}']")!;
        var form = page.QuerySelector("#remarks")!.Closest("form")!;
        form.SetAttribute("action", button.GetAttribute("formaction"));
        form.Id = "desk";
        return await team.SubmitAsync(page, path, fields, "#desk");
    }

    private static Task<Receipt> SendAsync(PlatformHost host, string name, string text) => host.InCommuneAsync(Commune, async services =>
    {
        var consultation = await services.GetRequiredService<CommuneContext>().Set<Consultation>().AsNoTracking().SingleAsync(Stop);
        var receipt = await services.GetRequiredService<Reception>().ReceiveAsync(
            consultation,
            new Sending(
                Tracking.TicketOf(name), new Sender(name, ParticipantKind.Visitor, null, Language.French, null, null, ShownAs.Citizen, null, null, null, null, null),
                [new Said(RemarkKind.Note, null, text)]),
            Stop);
        return Assert.IsType<Receipt>(receipt);
    });
}
