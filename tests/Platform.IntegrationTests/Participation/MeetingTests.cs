using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data.Auditing;
using Platform.Kernel.Measures;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Questions;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Participation.AnswerRound;
using static Platform.IntegrationTests.Participation.ConsultationTests;

namespace Platform.IntegrationTests.Participation;

/// <summary>People meet in a process: prepared, announced, put off, cancelled, set again, held, told of.</summary>
public sealed class MeetingTests
{
    private const string Process = "/fr/workspace/processes/open-programme";
    private const string Desk = Process + "/meetings/1";
    private const string Public = "/fr/processes/open-programme/meetings/1";

    private static readonly (string Name, string? Value)[] Held =
    [
        ("Input.Title.Ar", "ورشة مع الجمعيات"), ("Input.Title.Fr", "Atelier avec les associations"), ("Input.Text.Ar", "- تقديم\n- نقاش"), ("Input.Times.On", "2026-12-05"),
        ("Input.Times.From", "10:00"), ("Input.Times.Until", "12:30"), ("Input.Place.Ar", "دار الثقافة"), ("Input.Place.Fr", "Maison de la culture, avenue Hassan II"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_meeting_is_seen_once_it_is_announced_and_what_changes_is_told_with_its_reason()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        using var member = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation);
        using var other = await host.SignInAsync(Commune, Role.FocalPoint);
        using var citizen = host.Commune(Commune);
        using var neighbour = host.Commune("demnate");

        // Beside the consultation on cards one that holds questions only.
        await InAsync(host, async db =>
        {
            var survey = Consultation.In(
                await db.Set<Platform.Participation.Processes.Process>().SingleAsync(Stop), "survey",
                new(new("سؤال واحد"), new("ما رأيكم؟"), null, false, false, OpensAt, ClosesAt, new(2026, 12, 20), true, Moderation.After));
            Questionnaire.Of(survey).Add(new(QuestionKind.Text, new("ماذا ينقص؟"), null, false, []));
            survey.Announce(OpensAt.AddDays(-3));
            db.Add(survey);
            return await db.SaveChangesAsync(Stop);
        });

        // It can wait for its day; what is wrong is said and what was typed stays.
        await DoneAsync(member.SubmitAsync(Process + "/meetings/edit", [("Input.Title.Ar", "ورشة")], "form.form"));
        foreach (var (field, value) in new[] { ("Input.Link", "javascript:alert(1)"), ("Input.Times.Until", "09:00"), ("Input.Times.On", "0001-01-01"), ("Input.Consultation", "99"), ("Input.Title.Ar", "") })
        {
            using var refused = await member.SubmitAsync(Process + "/meetings/edit/1", [.. Held.Where(pair => pair.Name != field), (field, value)], "form.form");
            var page = await refused.PageAsync(HttpStatusCode.BadRequest);
            Assert.NotNull(page.QuerySelector($"#errors a[href^='#{field.Replace('.', '_')}']"));
            Assert.Equal("Atelier avec les associations", page.QuerySelector("[name='Input.Title.Fr']")!.GetAttribute("value"));
        }

        // No place, no time, no process on the site.
        Assert.Equal(3, (await member.PageAsync(Desk + "/announce")).QuerySelectorAll(".notice-danger li").Length);
        var stale = await other.PageAsync(Process + "/meetings/edit/1");
        await DoneAsync(member.SubmitAsync(Process + "/meetings/edit/1", Held, "form.form"));
        using (var second = await other.SubmitAsync(stale, Process + "/meetings/edit/1", [("Input.Title.Ar", "عنوان الثاني")], "form.form"))
        {
            Assert.Contains("ورشة مع الجمعيات", (await second.PageAsync(HttpStatusCode.Conflict)).QuerySelector("#conflict")!.TextContent, StringComparison.Ordinal);
        }

        foreach (var (title, from, to) in new[] { ("Première", "2026-11-15", "2026-12-05"), ("Seconde", "2026-12-05", "2026-12-31") })
        {
            await DoneAsync(member.SubmitAsync(Process + "/stages/edit", [("Input.Title.Ar", title), ("Input.From", from), ("Input.To", to)], "form.form"));
        }

        await DoneAsync(member.SubmitAsync(Process + "/publish", [("Confirmed", "true")], "form.form"));
        Assert.Equal(HttpStatusCode.NotFound, await citizen.StatusAsync(Public));
        await DoneAsync(member.SubmitAsync(Desk + "/announce", [("Confirmed", "true")], "form.form"));
        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync(Desk + "/delete"));
        Assert.Equal(HttpStatusCode.NotFound, await neighbour.StatusAsync(Public));

        var announced = await citizen.PageAsync(Public);
        Assert.Contains("5 décembre 2026 de 10:00 à 12:30", announced.QuerySelector(".when")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Maison de la culture", announced.QuerySelector(".when")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await citizen.PageAsync("/fr")).QuerySelector($"section[aria-labelledby=open-now] a[href='{Public}']"));
        Assert.Contains("\r\nLOCATION:Maison de la culture\\, avenue Hassan II\r\n", await CalendarAsync(), StringComparison.Ordinal);
        Assert.Contains("\r\nDTSTART:20261205T090000Z\r\nDTEND:20261205T113000Z\r\n", await CalendarAsync(), StringComparison.Ordinal);

        // The 5th belongs to both stages; the consultation and the survey, from the 20th to the 30th of November, to the first.
        var stages = (await citizen.PageAsync("/fr/processes/open-programme")).QuerySelectorAll(".timeline > li");
        Assert.Equal([3, 1], stages.Select(stage => stage.QuerySelectorAll(".activities > li").Length));
        Assert.Equal(["Consultation", "Questionnaire", "Rencontre"], stages[0].QuerySelectorAll(".activities span.muted").Select(word => word.TextContent));

        Assert.Equal("Questionnaire", (await citizen.PageAsync("/fr/consultations/survey")).QuerySelector(".page-header .eyebrow")!.TextContent);
        Assert.Equal("Consultation", (await citizen.PageAsync($"/fr/consultations/{Slug}")).QuerySelector(".page-header .eyebrow")!.TextContent);

        // Put off: not to a day that is over, and never silently.
        foreach (var (on, reason) in new[] { ("2026-11-20", "القاعة غير متاحة"), ("2026-12-12", "") })
        {
            using var refused = await member.SubmitAsync(Desk + "/date", [("Input.Times.On", on), ("Input.Reason.Ar", reason)], "form.form");
            await refused.PageAsync(HttpStatusCode.BadRequest);
        }

        await DoneAsync(member.SubmitAsync(Desk + "/date", [("Input.Times.On", "2026-12-12"), ("Input.Reason.Ar", "القاعة غير متاحة")], "form.form"));
        var moved = (await citizen.PageAsync(Public)).QuerySelector(".when")!;
        Assert.Contains("12 décembre 2026 de 10:00 à 12:30", moved.TextContent, StringComparison.Ordinal);
        Assert.Contains("5 décembre 2026", moved.QuerySelector(".extension")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("القاعة غير متاحة", moved.QuerySelector(".extension")!.TextContent, StringComparison.Ordinal);

        // While it is to take place its process is not closed; cancelled, it stays and says so; then it takes place after all.
        using (var early = await member.SubmitAsync(Process + "/close", [("Input.Note.Ar", "انتهى")], "form.form"))
        {
            Assert.Contains("rencontre", (await early.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        }

        await DoneAsync(member.SubmitAsync(Desk + "/cancel", [("Input.Reason.Ar", "تأجل المشروع")], "form.form"));
        Assert.Contains("تأجل المشروع", (await citizen.PageAsync(Public)).QuerySelector(".notice-danger")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await citizen.PageAsync("/fr")).QuerySelector($"section[aria-labelledby=open-now] a[href='{Public}']"));
        Assert.Contains("\r\nSTATUS:CANCELLED\r\n", await CalendarAsync(), StringComparison.Ordinal);
        await DoneAsync(member.SubmitAsync(Desk + "/date", [("Input.Times.On", "2026-12-15"), ("Input.Reason.Ar", "يعقد اللقاء")], "form.form"));
        Assert.Equal("À venir", (await citizen.PageAsync(Public)).QuerySelector(".page-header .badge")!.TextContent);

        // Whoever follows the process has the news of it: of the last word that was said, as the clock stands still between them.
        host.Clock.MoveTo(new(2026, 11, 22, 16, 0, 0, TimeSpan.Zero));
        var feed = await citizen.GetStringAsync(new Uri("/fr/feed.atom?about=process:open-programme", UriKind.Relative), Stop);
        Assert.Contains("Rencontre déplacée, le 15 décembre 2026 10:00", feed, StringComparison.Ordinal);
        Assert.Contains(Public, await citizen.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), Stop), StringComparison.Ordinal);
        Assert.Equal("to-come", (await citizen.JsonAsync("/api/v1/meetings"))[0].GetProperty("state").GetString());
        Assert.Equal(
            ["meeting.created", "meeting.changed", "meeting.announced", "meeting.moved", "meeting.cancelled", "meeting.moved"],
            await InAsync(host, db => db.Set<AuditEntry>().Where(entry => entry.Subject == "meeting:open-programme/1").OrderBy(entry => entry.Id).Select(entry => entry.Verb).ToListAsync(Stop)));

        async Task<string> CalendarAsync()
        {
            var file = await citizen.GetStringAsync(new Uri(Public + "/calendar.ics", UriKind.Relative), Stop);
            return file.Replace("\r\n ", "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task How_it_went_is_told_with_no_small_group_and_counts_in_the_report_and_the_measures()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        using var citizen = host.Commune(Commune);
        using (var member = await host.SignInAsync(Commune, Role.FocalPoint))
        {
            var consultation = await InAsync(host, db => db.Set<Consultation>().Select(one => one.Id).SingleAsync(Stop));
            await DoneAsync(member.SubmitAsync(Process + "/meetings/edit", [.. Held, ("Input.Consultation", $"{consultation}")], "form.form"));
            await DoneAsync(member.SubmitAsync(Process + "/publish", [("Confirmed", "true")], "form.form"));
            await DoneAsync(member.SubmitAsync(Desk + "/announce", [("Confirmed", "true")], "form.form"));
            Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync(Desk + "/minutes"));
        }

        host.Clock.MoveTo(new(2026, 12, 21, 9, 0, 0, TimeSpan.Zero));
        using var later = await host.SignInAsync(Commune, Role.FocalPoint);
        Assert.Contains("Rencontre sans compte rendu", (await later.PageAsync("/fr/workspace")).QuerySelector($".work a[href='{Desk}/minutes']")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await later.StatusAsync(Desk + "/cancel"));
        await DoneAsync(later.SubmitAsync($"/fr/workspace/consultations/{Slug}/report", [], "form.form"));
        await ReportedAsync(host);

        foreach (var (wrong, typed) in new[] { ("Input_Minutes_Ar", Array.Empty<(string, string?)>()), ("Input_Present", [("Input.Women", "3")]), ("Input_Women", [("Input.Present", "30"), ("Input.Women", "31")]), ("Input_Present", [("Input.Present", "-1")]) })
        {
            using var refused = await later.SubmitAsync(Desk + "/minutes", typed, "form.form");
            var page = await refused.PageAsync(HttpStatusCode.BadRequest);
            Assert.NotNull(page.QuerySelector($"#errors a[href='#{wrong}']"));
            Assert.All(typed, field => Assert.Equal(field.Item2, ((IHtmlInputElement)page.QuerySelector($"[name='{field.Item1}']")!).Value));
        }

        await DoneAsync(later.SubmitAsync(
            Desk + "/minutes",
            [("Input.Minutes.Ar", "**نوقشت** البطاقات"), ("Input.Present", "42"), ("Input.Women", "20"), ("Input.Young", "39"), ("Input.Disabled", "2"), ("Input.Associations", "3")],
            "form.form"));

        var told = await citizen.PageAsync(Public);
        Assert.Equal("Compte rendu publié", told.QuerySelector(".page-header .badge")!.TextContent);
        Assert.Equal(["42", "20", "non publié", "non publié", "3"], told.QuerySelectorAll("section[aria-labelledby=told] .facts dd").Select(figure => figure.TextContent));
        Assert.Equal("نوقشت", told.QuerySelector("section[aria-labelledby=told] strong")!.TextContent);
        Assert.Contains("42 présences", (await citizen.PageAsync("/fr/processes/open-programme")).QuerySelector("section[aria-labelledby=meetings]")!.TextContent, StringComparison.Ordinal);
        var machine = (await citizen.JsonAsync("/api/v1/meetings"))[0];
        Assert.Equal((20, System.Text.Json.JsonValueKind.Null), (machine.GetProperty("women").GetInt32(), machine.GetProperty("disabled").ValueKind));

        // The points raised are typed where the paper is, and the report of the round, made anew, names the meeting.
        Assert.NotNull((await later.PageAsync(Desk)).QuerySelector($"a[href='/fr/workspace/consultations/{Slug}/paper']"));
        await ReportedAsync(host, version: 2);
        var row = (await citizen.PageAsync($"/fr/consultations/{Slug}/report?again")).QuerySelector("section[aria-labelledby=meetings] tbody tr")!;
        Assert.Equal(Public, row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("42", row.Children[^1].TextContent);

        var (figures, rows) = await host.InCommuneAsync(Commune, async services =>
        {
            var source = services.GetServices<IMeasureSource>().Single(one => one.Measures.Any(measure => measure.Key == "participation.meetings"));
            var december = Period.Parse("2026-12");
            Assert.Equal(0, (await source.MeasureAsync(["participation.meetings"], Period.Parse("2026-11"), Stop))["participation.meetings"].Value);
            return (await source.MeasureAsync([.. source.Measures.Select(measure => measure.Key)], december, Stop), await source.RowsAsync("participation.meetings", december, Stop));
        });
        Assert.Equal((1m, 42m, 47.619m), (figures["participation.meetings"].Value, figures["participation.meeting-attendance"].Value, figures["participation.meeting-women-share"].Value));
        Assert.Equal("/processes/open-programme/meetings/1", Assert.Single(rows).Link);
        Assert.Equal(3, figures["participation.meeting-associations"].Value);

        // Who enters what the library asks of all meetings is told what of it the platform knows; the value is still the person's to enter.
        host.Clock.MoveTo(new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero));
        using var january = await host.SignInAsync(Commune, Role.FocalPoint);
        const string Values = "/fr/workspace/indicators/meeting-participants/values?period=";
        var entering = await january.PageAsync(Values + "2026-12");
        var known = entering.QuerySelector(".notice-info:has(details)")!;
        Assert.Contains("Présences aux rencontres des processus participatifs : 42", known.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(Public, known.QuerySelector("li a")!.GetAttribute("href"));
        Assert.Equal("", ((IHtmlInputElement)entering.QuerySelector("#Input_Value")!).Value);
        Assert.Null((await january.PageAsync(Values + "2026-11")).QuerySelector(".notice-info:has(details)"));
    }
}
