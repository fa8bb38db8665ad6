using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.IntegrationTests.Documents;
using Platform.Kernel.People;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Processes;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Participation.AnswerRound;

namespace Platform.IntegrationTests.Participation;

/// <summary>What participation asks of the team on its first page, the templates that a process begins with, and the documents that belong to a process.</summary>
public sealed class ParticipationWorkspaceTests
{
    private const string Desk = $"/fr/workspace/consultations/{Slug}";
    private const string OwnProcess = "/fr/workspace/processes/programme-d-ouverture";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_page_says_what_waits_and_how_urgent_it_is_to_whom_it_concerns()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host, moderation: Moderation.Before);
        using var visitor = Visitor(host);
        using (var sent = await visitor.SubmitAsync($"{Answer}?about=project:69", [("Notes.Problem", "لا ملعب في حينا")]))
        {
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        using (var member = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation))
        {
            await ConsultationTests.DoneAsync(member.SubmitAsync("/fr/workspace/consultations/edit?process=open-programme", ConsultationTests.Asked));
            var work = await WorkAsync(member);
            Assert.Equal("soon 1 remarque à lire : Cinq fiches", work[$"{Desk}/remarks?state=waiting"]);
            Assert.Equal("soon 1 consultation attend d’être annoncée", work["/fr/workspace/consultations/vos-remarques"]);

            // It is open, and does not close soon.
            Assert.DoesNotContain(Desk, work.Keys);
            Assert.DoesNotContain($"{Desk}/remarks?answer=none", work.Keys);
        }

        using (var stranger = await host.SignInAsync(Commune, Role.TeamMember, Area.Charter))
        {
            Assert.DoesNotContain((await WorkAsync(stranger)).Keys, href => href.Contains("/consultations", StringComparison.Ordinal));
        }

        host.Clock.MoveTo(new DateTimeOffset(ClosesAt.AddDays(-2), TimeSpan.Zero));
        using (var member = await host.SignInAsync(Commune, Role.FocalPoint))
        {
            Assert.Equal("soon « Cinq fiches » ferme le 30 novembre 2026 à 23:59 : 1 remarque à lire", (await WorkAsync(member))[Desk]);
        }

        // Answers are due on the 20th of December: long after, a week before, a day too late; and nothing once they are there.
        foreach (var (at, urgency) in new[] { (new DateTime(2026, 12, 1), "open"), (new DateTime(2026, 12, 14), "soon"), (new DateTime(2026, 12, 21), "late") })
        {
            host.Clock.MoveTo(new DateTimeOffset(DateTime.SpecifyKind(at.AddHours(9), DateTimeKind.Utc), TimeSpan.Zero));
            using var member = await host.SignInAsync(Commune, Role.FocalPoint);
            Assert.Equal($"{urgency} 1 remarque sans réponse : Cinq fiches", (await WorkAsync(member))[$"{Desk}/remarks?answer=none"]);
        }

        using var last = await host.SignInAsync(Commune, Role.FocalPoint);
        var remark = await InAsync(host, db => db.Set<Remark>().Select(one => one.Id).SingleAsync(Stop));
        using (var answered = await last.SubmitAsync($"{Desk}/decisions/edit?remark={remark}", [("Input.Outcome", "AlreadyThere"), ("Input.Reason.Ar", "يوجد"), ("publish", "true")], "form.form"))
        {
            Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        }

        Assert.DoesNotContain($"{Desk}/remarks?answer=none", (await WorkAsync(last)).Keys);
    }

    [Fact]
    public async Task What_a_process_asks_for_stands_on_the_first_page_of_its_team_and_of_the_focal_point()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host, moderation: Moderation.Before);
        using (var visitor = Visitor(host))
        using (var sent = await visitor.SubmitAsync($"{Answer}?about=project:69", [("Notes.Problem", "لا ملعب في حينا")]))
        {
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        const string Team = "/fr/workspace/processes/open-programme/team";
        const string Unread = $"{Desk}/remarks?state=waiting";
        var chosen = await host.AddPersonAsync(Commune, Role.TeamMember, Area.Participation);
        var other = await host.AddPersonAsync(Commune, Role.TeamMember, Area.Participation);
        var elsewhere = await host.AddPersonAsync(Commune, Role.TeamMember, Area.Charter);
        using var inTeam = host.Browser($"{Commune}.localhost", chosen);
        using var outside = host.Browser($"{Commune}.localhost", other);
        using var focalPoint = await host.SignInAsync(Commune, Role.FocalPoint);
        Assert.Contains(Unread, (await WorkAsync(outside)).Keys);

        // Only who is entrusted with participation; what was ticked stays ticked.
        var early = await outside.PageAsync(Team);
        Assert.DoesNotContain(early.QuerySelectorAll("input[name=Accounts]"), box => box.GetAttribute("value") == Number(elsewhere));
        using (var refused = await inTeam.SubmitAsync(Team, [("Accounts", Number(chosen)), ("Accounts", Number(elsewhere))]))
        {
            var again = await refused.PageAsync(HttpStatusCode.BadRequest);
            Assert.NotNull(again.QuerySelector("#errors a[href='#Accounts']"));
            Assert.NotNull(again.QuerySelector($"input[name=Accounts][value='{Number(chosen)}'][checked]"));
        }

        await ConsultationTests.DoneAsync(inTeam.SubmitAsync(Team, [("Accounts", Number(chosen))]));
        Assert.Contains(chosen.Name, (await outside.PageAsync("/fr/workspace/processes/open-programme")).QuerySelector("section[aria-labelledby=team]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Unread, (await WorkAsync(inTeam)).Keys);
        Assert.Contains(Unread, (await WorkAsync(focalPoint)).Keys);
        Assert.DoesNotContain((await WorkAsync(outside)).Keys, href => href.Contains("/consultations/", StringComparison.Ordinal));

        // Who saves what was opened before is told; nobody's name is public; and where the account goes, its place goes with it.
        using (var late = await outside.SubmitAsync(early, Team, [("Accounts", Number(other))]))
        {
            Assert.Contains(chosen.Name, (await late.PageAsync(HttpStatusCode.Conflict)).QuerySelector("#conflict")!.TextContent, StringComparison.Ordinal);
        }

        await ConsultationTests.DoneAsync(focalPoint.SubmitAsync("/fr/workspace/processes/open-programme/publish", [("Confirmed", "true")], "form.form"));
        using var citizen = host.Commune(Commune);
        Assert.DoesNotContain(chosen.Name, (await citizen.PageAsync("/fr/processes/open-programme")).DocumentElement.TextContent, StringComparison.Ordinal);
        await host.InCommuneAsync(Commune, services =>
            services.GetServices<IKeptOfAccount>().Single(kept => kept.Name == "process-teams").ForgetAsync(chosen.Account, erase: false, Stop));
        Assert.Contains(Unread, (await WorkAsync(outside)).Keys);

        static string Number(TestPerson person) => person.Account.ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Each_template_becomes_a_process_with_its_stages_that_can_be_published_as_it_stands()
    {
        await using var host = await StartAsync();
        using var member = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation);
        using var citizen = host.Commune(Commune);
        const string Templates = "/fr/workspace/processes/templates";
        Assert.Equal(3, (await member.PageAsync(Templates)).QuerySelectorAll("input[name=template]").Length);

        foreach (var (template, stages, meetings) in new[] { ("Charter", 6, 2), ("Plan", 6, 2), ("Openness", 5, 1) })
        {
            using var copied = await member.SubmitAsync(Templates, [("template", template)], $"form:has(input[value={template}])");
            var desk = copied.Headers.Location!.OriginalString;
            Assert.StartsWith("/fr/workspace/processes/", desk, StringComparison.Ordinal);
            Assert.Equal(stages, (await member.PageAsync(desk)).QuerySelectorAll(".stage-row").Length);
            Assert.Equal(meetings, (await member.PageAsync(desk)).QuerySelectorAll("section[aria-labelledby=meetings] .list > li").Length);
            await ConsultationTests.DoneAsync(member.SubmitAsync(desk + "/publish", [("Confirmed", "true")]));
            var french = await citizen.PageAsync(desk.Replace("/workspace", "", StringComparison.Ordinal));
            var arabic = await citizen.PageAsync(desk.Replace("/fr/workspace", "/ar", StringComparison.Ordinal));
            Assert.Equal(stages, french.QuerySelectorAll(".timeline > li").Length);
            Assert.Equal(6, french.QuerySelectorAll(".process-rules dt").Length);

            // Each in its own language: nothing stands in for a text that is missing.
            Assert.Empty(french.QuerySelectorAll("main [lang=ar]"));
            Assert.Empty(arabic.QuerySelectorAll("main [lang=fr]"));
            Assert.NotEqual(french.QuerySelector("h1")!.TextContent, arabic.QuerySelector("h1")!.TextContent);
        }

        // A second one of the same is another process; what is no template is refused.
        using (var again = await member.SubmitAsync(Templates, [("template", "Charter")], "form:has(input[value=Charter])"))
        {
            Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        }

        using (var none = await member.SubmitAsync(Templates, [("template", "Budget")], "form:has(input[value=Charter])"))
        {
            Assert.NotNull((await none.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("#errors"));
        }

        Assert.Equal(4, await InAsync(host, db => db.Set<Process>().Select(process => process.Slug).Distinct().CountAsync(Stop)));
    }

    [Fact]
    public async Task A_document_of_a_process_is_read_with_it_once_it_is_published()
    {
        await using var host = await StartAsync();
        using var member = await host.SignInAsync(Commune, Role.FocalPoint);
        using var citizen = host.Commune(Commune);
        await ConsultationTests.ProcessAsync(member);
        await ConsultationTests.DoneAsync(member.SubmitAsync(OwnProcess + "/publish", [("Confirmed", "true")]));
        var number = await host.KeepAsync(Commune, "note.pdf", SampleFiles.Pdf("Note"), FilesHost.About("مذكرة تقديم", publish: false));

        foreach (var wrong in new[] { "999", "abc", "" })
        {
            using var refused = await member.SubmitAsync(OwnProcess, [("Document", wrong)], "form.form");
            var page = await refused.PageAsync(HttpStatusCode.BadRequest);
            Assert.NotNull(page.QuerySelector("#errors a[href='#Document']"));
            Assert.Equal(wrong, ((IHtmlInputElement)page.GetElementById("Document")!).Value);
        }

        // Twice is once.
        for (var time = 0; time < 2; time++)
        {
            await ConsultationTests.DoneAsync(member.SubmitAsync(OwnProcess, [("Document", $"{number}")], "form.form"));
        }

        Assert.Contains("Brouillon", Assert.Single((await member.PageAsync(OwnProcess)).QuerySelectorAll("section[aria-labelledby=documents] li")).TextContent, StringComparison.Ordinal);
        Assert.Null((await citizen.PageAsync("/fr/processes/programme-d-ouverture")).QuerySelector("#documents"));

        await ConsultationTests.DoneAsync(member.SubmitAsync($"/fr/workspace/documents/{number}/publication", [], "form.form"));
        var link = Assert.Single((await citizen.PageAsync("/fr/processes/programme-d-ouverture")).QuerySelectorAll("section[aria-labelledby=documents] a"));
        Assert.Equal($"/fr/documents/{number}", link.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, await citizen.StatusAsync(link.GetAttribute("href")!));
    }

    /// <summary>Urgency and words of each thing on the first page of the workspace, by its address.</summary>
    private static async Task<Dictionary<string, string>> WorkAsync(HttpClient member) =>
        (await member.PageAsync("/fr/workspace")).QuerySelectorAll(".work").DistinctBy(item => item.QuerySelector("a")!.GetAttribute("href")).ToDictionary(
            item => item.QuerySelector("a")!.GetAttribute("href")!,
            item => item.ClassList.Single(name => name.StartsWith("work-", StringComparison.Ordinal))["work-".Length..] + " " + item.QuerySelector("a")!.TextContent.Replace('\u00a0', ' ').Trim());
}
