using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Participation.Contributions;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Participation.AnswerRound;

namespace Platform.IntegrationTests.Participation;

/// <summary>The paper bridge: cards printed with codes, typed in by a clerk, each counted once.</summary>
public sealed class PaperTests
{
    private const string Grid = $"/fr/workspace/consultations/{Slug}/paper";
    private const string Cards = $"{Grid}/cards";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stack_is_printed_typed_in_and_counted_once()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        using var clerk = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation);
        using var printed = await clerk.SubmitAsync(Cards, [("about", "project:68"), ("Copies", "3")]);
        var sheets = await clerk.PageAsync(printed.Headers.Location!.OriginalString);
        var codes = sheets.QuerySelectorAll(".sheet-code bdi").Select(code => code.TextContent).ToList();
        Assert.Equal(3, codes.Distinct().Count());
        var stub = sheets.QuerySelector(".sheet-stub strong bdi")!.TextContent;

        // The person of the second card had answered online.
        using var visitor = Visitor(host);
        using var online = await visitor.SubmitAsync($"{Answer}?about=project:69", [("Notes.Problem", "على الأنترنت"), ("Sender.Gender", "Man")]);
        var (number, _) = await ReceiptAsync(visitor, online);

        var page = await clerk.PageAsync($"{Grid}?hand=3");
        page = await KeepAsync(page, ("Input.Code", codes[0].ToLowerInvariant()), ("Input.Card", "٦٨"), ("Input.Notes.Problem", "مكتوب بخط اليد"), ("Input.Notes.Other", "شكرا"), ("Input.Gender", "Woman"));
        page = await KeepAsync(page, ("Input.Code", codes[1]), ("Input.Receipt", number), ("Input.Notes.Other", "ملاحظة عامة"));
        using (var twice = await clerk.SubmitAsync(page, Grid, [("Input.Code", codes[0]), ("Input.Notes.Problem", "مرة أخرى")], "form.paper-grid"))
        {
            var refused = await twice.PageAsync(HttpStatusCode.BadRequest);
            Assert.Contains(clerk.Person.Name, refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Le compte est bon", refused.QuerySelector(".sitting")!.TextContent, StringComparison.Ordinal);
        }

        var all = await ContributionsAsync(host);
        Assert.Equal([Channel.Online, Channel.Paper, Channel.Paper], all.Select(one => one.Channel));
        Assert.Equal([null, codes[0], codes[1]], all.Select(one => one.PaperCode));
        Assert.Equal(["project:68:problem", "project:68"], all[1].Remarks.OrderBy(remark => remark.Id).Select(remark => remark.Matter!.Key));
        Assert.Null(Assert.Single(all[2].Remarks).MatterId);
        Assert.Equal(2, all.Select(one => one.ParticipantId).Distinct().Count());
        Assert.Equal(Gender.Man, all[2].Participant.Gender);
        Assert.Equal([$"paper:{codes[0]}", $"paper:{codes[0]}", $"paper:{codes[1]}"], await InAsync(host, db => db.Set<AuditEntry>()
            .Where(entry => entry.Verb == "paper.typed" || entry.Verb == "paper.printed").OrderBy(entry => entry.Id).Select(entry => entry.Subject).ToListAsync(Stop)));

        // The stub finds the answer.
        using var writer = Visitor(host);
        using var found = await writer.SubmitAsync("/fr/contributions", [("Code", stub)]);
        Assert.Contains("مكتوب بخط اليد", (await found.PageAsync()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        async Task<AngleSharp.Html.Dom.IHtmlDocument> KeepAsync(AngleSharp.Html.Dom.IHtmlDocument from, params (string, string?)[] fields)
        {
            using var kept = await clerk.SubmitAsync(from, Grid, fields, "form.paper-grid");
            Assert.True(kept.StatusCode == HttpStatusCode.Redirect, await kept.Content.ReadAsStringAsync(Stop));
            return await clerk.PageAsync(kept.Headers.Location!.OriginalString.Split('#')[0]);
        }
    }

    [Fact]
    public async Task Wrong_codes_are_refused_and_cards_written_in_time_are_typed_in_after_closing()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        using var clerk = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation);
        (await clerk.SubmitAsync(Cards, [("Copies", "2")])).Dispose();
        var code = (await clerk.PageAsync($"{Cards}?first=1&last=2")).QuerySelector(".sheet-code bdi")!.TextContent;
        host.Clock.MoveTo(ClosesAt.AddDays(2));
        using var late = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation);
        var page = await late.PageAsync(Grid);
        foreach (var wrong in new[] { code[..^1] + (code[^1] == '0' ? '1' : '0'), code.Replace("00001", "00003", StringComparison.Ordinal), "9" + code, "", new string('7', 39) })
        {
            using var refused = await late.SubmitAsync(page, Grid, [("Input.Code", wrong), ("Input.Notes.Problem", "نص محفوظ")], "form.paper-grid");
            Assert.Equal("نص محفوظ", (await refused.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("#Input_Notes_Problem")!.GetAttribute("value"));
        }

        using var kept = await late.SubmitAsync(page, Grid, [("Input.Code", code), ("Input.Idea", "فكرة من الورق"), ("Input.Notes.Problem", "مشكل")], "form.paper-grid");
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal("فكرة من الورق", Assert.Single(Assert.Single(await ContributionsAsync(host)).Remarks).Matter!.Title!.Ar);
    }

    [Fact]
    public async Task The_team_removes_personal_data_with_a_reason_that_is_written_down()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        using var visitor = Visitor(host);
        using var sent = await visitor.SubmitAsync($"{Answer}?about=project:68", [("Notes.Problem", "نص"), ("Sender.ShownAs", "Name"), ("Sender.Name", "أمينة")]);
        var (number, _) = await ReceiptAsync(visitor, sent);
        using var member = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation);
        const string Erasure = "/fr/workspace/contributions/erasure";
        using (var unknown = await member.SubmitAsync(Erasure, [("Input.Number", "2026/999999"), ("Input.Reason", "طلب")]))
        {
            await unknown.PageAsync(HttpStatusCode.BadRequest);
        }

        // A wrong digit would take somebody else's name away: what the number names is shown first, without its author, and nothing is removed yet.
        using var shown = await member.SubmitAsync(Erasure, [("Input.Number", number), ("Input.Reason", "طلب كتابي")]);
        var found = await shown.PageAsync();
        Assert.Null(found.QuerySelector("#errors"));
        Assert.Contains("Cinq fiches", found.QuerySelector("#found")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("أمينة", found.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("أمينة", Assert.Single(await ContributionsAsync(host)).Participant.Name);

        // Another number than the one that was looked at is looked at first, whatever was ticked.
        using var other = Visitor(host);
        using var sentToo = await other.SubmitAsync($"{Answer}?about=project:68", [("Notes.Problem", "نص آخر"), ("Sender.ShownAs", "Name"), ("Sender.Name", "فاطمة")]);
        var (another, _) = await ReceiptAsync(other, sentToo);
        using (var swapped = await member.SubmitAsync(found, Erasure, [("Input.Number", another), ("Input.Confirmed", "true")]))
        {
            var page = await swapped.PageAsync(HttpStatusCode.BadRequest);
            Assert.NotNull(page.QuerySelector("[id='Input_Confirmed-error']"));
            Assert.Null(page.QuerySelector("[name='Input.Confirmed'][checked]"));
        }

        Assert.Equal(["أمينة", "فاطمة"], (await ContributionsAsync(host)).Select(one => one.Participant.Name).Order(StringComparer.Ordinal));
        using var done = await member.SubmitAsync(found, Erasure, [("Input.Number", InArabicDigits(number)), ("Input.Confirmed", "true")]);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal([null, "فاطمة"], (await ContributionsAsync(host)).Select(one => one.Participant.Name).Order(StringComparer.Ordinal));
        var act = await InAsync(host, db => db.Set<AuditEntry>().SingleAsync(entry => entry.Verb == "contribution.erased", Stop));
        Assert.Equal(($"account:{member.Person.Account}", "طلب كتابي"), (act.Actor, act.Reason));
    }

    /// <summary>As a phone in Arabic types them, with a space too many.</summary>
    private static string InArabicDigits(string number) => string.Concat(number.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '\u0660') : c)) + " ";
}
