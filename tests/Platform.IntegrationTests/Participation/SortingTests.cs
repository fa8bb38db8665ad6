using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Outbox;
using Platform.Kernel.Charters;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Contributions.Answering;
using Platform.Participation.Decisions;
using Platform.Participation.Decisions.Sorting;
using Platform.Participation.Processes;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Participation.AnswerRound;
using static Platform.IntegrationTests.Participation.DecisionTests;

namespace Platform.IntegrationTests.Participation;

/// <summary>Remarks put under themes and into hands, ideas put together, and the way from what changed back to the remarks.</summary>
public sealed class SortingTests
{
    private const string Desk = $"/fr/workspace/consultations/{Slug}/remarks";
    private const string Themes = $"/fr/workspace/consultations/{Slug}/themes";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Themes_are_made_at_the_desk_renamed_merged_and_told_in_the_report()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        foreach (var name in new[] { "a", "b", "c" })
        {
            await SendAsync(host, name, $"ملاحظة {name}");
        }

        using var team = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation);
        using var citizen = host.Commune(Commune);
        var ids = await InAsync(host, db => db.Set<Remark>().OrderBy(remark => remark.Id).Select(remark => remark.Id).ToListAsync(Stop));
        using (var without = await PressAsync(team, Desk, "Theme", [("Remark", $"{ids[0]}")]))
        {
            Assert.NotNull((await without.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("#errors a[href='#PutTheme'], #errors"));
        }

        await DoneAsync(PressAsync(team, Desk, "Theme", [("Remark", $"{ids[0]}"), ("Remark", $"{ids[1]}"), ("NewTheme.Ar", "الإنارة"), ("NewTheme.Fr", "Éclairage")]));
        await DoneAsync(PressAsync(team, Desk, "Theme", [("Remark", $"{ids[1]}"), ("Remark", $"{ids[2]}"), ("NewTheme.Ar", "الضوء")]));
        var themes = await InAsync(host, db => db.Set<Theme>().OrderBy(theme => theme.Id).Select(theme => theme.Id).ToListAsync(Stop));
        Assert.Equal(2, (await team.PageAsync($"{Desk}?theme={themes[0]}")).QuerySelectorAll("#remarks > li").Length);
        Assert.Single((await team.PageAsync($"{Desk}?theme={themes[0]}&q=a")).QuerySelectorAll("#remarks > li"));

        // A name that is taken is refused, another is kept; of two merged, what had both has one.
        using (var taken = await team.SubmitAsync($"{Themes}/{themes[1]}", [("Name.Ar", "الإنارة")], "form.form"))
        {
            await taken.PageAsync(HttpStatusCode.BadRequest);
        }

        await DoneAsync(team.SubmitAsync($"{Themes}/{themes[1]}", [("Name.Ar", "إضاءة الأحياء")], "form.form"));
        using (var late = await team.SubmitAsync($"{Themes}/{themes[1]}", [("Name.Ar", "إنارة الأحياء"), ("Revision", "1")], "form.form"))
        {
            var both = await late.PageAsync(HttpStatusCode.Conflict);
            Assert.Contains("إضاءة الأحياء", both.QuerySelector("#conflict")!.TextContent, StringComparison.Ordinal);
        }

        await DoneAsync(team.SubmitAsync($"{Themes}/{themes[1]}", [("Into", $"{themes[0]}")], "form[action$='handler=Merge']"));
        Assert.Equal(
            ids.Select(id => (id, themes[0])),
            (await InAsync(host, db => db.Set<RemarkTheme>().OrderBy(one => one.RemarkId).Select(one => new { one.RemarkId, one.ThemeId }).ToListAsync(Stop))).Select(one => (one.RemarkId, one.ThemeId)));
        await DoneAsync(PressAsync(team, Desk, "ThemeOff", [("Remark", $"{ids[2]}"), ("PutTheme", $"{themes[0]}")]));
        Assert.Equal(
            ["theme.made", "theme.put", "theme.made", "theme.put", "theme.renamed", "theme.merged", "theme.taken-off"],
            await InAsync(host, db => db.Set<AuditEntry>().Where(entry => entry.Verb.StartsWith("theme.")).OrderBy(entry => entry.Id).Select(entry => entry.Verb).ToListAsync(Stop)));

        // Until the report, themes are the team's own.
        Assert.Equal(HttpStatusCode.NotFound, await citizen.StatusAsync($"/fr/consultations/{Slug}/remarks?theme={themes[0]}"));
        host.Clock.MoveTo(new DateTimeOffset(ClosesAt.AddMinutes(1), TimeSpan.Zero));
        using var later = await host.SignInAsync(Commune, Role.FocalPoint);
        await DoneAsync(later.SubmitAsync($"/fr/workspace/consultations/{Slug}/report", [("Note.Ar", "سنجيب في دورة أكتوبر")], "form.form"));
        await ReportedAsync(host);
        var report = await citizen.PageAsync($"/fr/consultations/{Slug}/report");
        Assert.Equal(["Éclairage", "2"], report.QuerySelectorAll("section[aria-labelledby=themes] tbody tr > :nth-child(-n+2)").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("3 remarques restent sans réponse", report.QuerySelector(".notice-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await citizen.PageAsync($"/fr/consultations/{Slug}/remarks?theme={themes[0]}")).QuerySelectorAll("ol.remarks > li").Length);
        Assert.Contains("Éclairage", await citizen.GetStringAsync(new Uri($"/fr/consultations/{Slug}/remarks.csv", UriKind.Relative), Stop), StringComparison.Ordinal);

        using var elsewhere = await host.SignInAsync("demnate", Role.FocalPoint);
        Assert.Equal(HttpStatusCode.NotFound, await elsewhere.StatusAsync($"{Themes}/{themes[0]}"));
    }

    [Fact]
    public async Task What_is_given_to_somebody_waits_on_their_first_page_until_it_is_done()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        await SendAsync(host, "a", "ملاحظة أولى");
        await SendAsync(host, "b", "ملاحظة ثانية");
        using var team = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation);
        using var member = await host.SignInAsync(Commune, Role.CommitteeMember);
        using var indicators = await host.SignInAsync(Commune, Role.TeamMember, Area.Indicators);
        var ids = await InAsync(host, db => db.Set<Remark>().OrderBy(remark => remark.Id).Select(remark => remark.Id).ToListAsync(Stop));
        var hands = (await team.PageAsync(Desk)).QuerySelectorAll("#AssignTo option").Select(option => option.GetAttribute("value")).Where(value => int.TryParse(value, out _)).ToList();
        var committee = (await host.InCommuneAsync(Commune, services => services.GetRequiredService<IPeople>().MembersAsync([Role.CommitteeMember], Stop))).Single().Account;

        // The team that may and the committee; not who works on something else.
        Assert.Equal(2, hands.Count);
        Assert.Contains($"{committee}", hands);
        using (var nobody = await PressAsync(team, Desk, "Assign", [("Remark", $"{ids[0]}"), ("AssignTo", "9999")]))
        {
            await nobody.PageAsync(HttpStatusCode.BadRequest);
        }

        await DoneAsync(PressAsync(team, Desk, "Assign", [("Remark", $"{ids[0]}"), ("Remark", $"{ids[1]}"), ("AssignTo", $"{committee}")]));
        Assert.Equal(2, (await member.PageAsync($"{Desk}?assigned=me")).QuerySelectorAll("#remarks > li").Length);
        Assert.Empty((await team.PageAsync($"{Desk}?assigned=me")).QuerySelectorAll("#remarks > li"));
        var waiting = (await member.PageAsync("/fr/workspace")).QuerySelector("a[href*='assigned=me']")!;
        Assert.StartsWith("2 remarques attendent votre avis", waiting.TextContent.Trim(), StringComparison.Ordinal);
        foreach (var id in ids)
        {
            await DoneAsync(member.SubmitAsync($"{Desk}/{id}", [("Outcome", "TakenUp")], "form[data-keep]"));
        }

        Assert.Null((await member.PageAsync("/fr/workspace")).QuerySelector("a[href*='assigned=me']"));
        await DoneAsync(PressAsync(team, $"{Desk}?assigned={committee}", "Assign", [("Remark", $"{ids[0]}"), ("AssignTo", "none")]));
        Assert.Single((await team.PageAsync($"{Desk}?assigned=none")).QuerySelectorAll("#remarks > li"));
        Assert.Equal(2, await InAsync(host, db => db.Set<AuditEntry>().CountAsync(entry => entry.Verb.StartsWith("assignment."), Stop)));
    }

    [Fact]
    public async Task Ideas_that_say_the_same_are_suggested_while_writing_and_put_together_with_both_authors()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        var first = await IdeaAsync(host, "أمينة", "إنارة أزقة حي السلام", "one@example.ma");
        var second = await IdeaAsync(host, "يوسف", "مصابيح في أزقة حي السلام", "two@example.ma");
        using var team = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation);
        using var citizen = Visitor(host);

        using (var like = JsonDocument.Parse(await citizen.GetStringAsync(new Uri($"{Answer}/idea/like?q={Uri.EscapeDataString("الأزقة في حي السلام")}", UriKind.Relative), Stop)))
        {
            Assert.Equal(["إنارة أزقة حي السلام", "مصابيح في أزقة حي السلام"], like.RootElement.EnumerateArray().Select(idea => idea.GetProperty("title").GetString()).Order(StringComparer.Ordinal));
        }

        Assert.Equal(HttpStatusCode.BadRequest, await citizen.StatusAsync($"{Answer}/idea/like?q={new string('a', 200)}"));
        await DoneAsync(team.SubmitAsync($"{Desk}/{second}", [("Into", $"{first}")], "#merge"));

        var page = await citizen.PageAsync($"/fr/consultations/{Slug}");
        var card = Assert.Single(page.QuerySelectorAll("article.matter"), article => article.QuerySelector(".author") is not null);
        Assert.Equal(["أمينة", "يوسف"], card.QuerySelectorAll(".author").Select(author => author.TextContent.Trim()));
        Assert.NotNull((await citizen.PageAsync($"/fr/consultations/{Slug}/remarks/{second}")).QuerySelector($"a[href$='/remarks/{first}']"));

        // What is said of either is said of both.
        var keys = await InAsync(host, db => db.Set<Matter>().Where(matter => matter.Kind == MatterKind.Idea).OrderBy(matter => matter.Id).Select(matter => matter.Key).ToListAsync(Stop));
        Assert.Contains("إنارة أزقة حي السلام", (await citizen.PageAsync($"{Answer}?about={Uri.EscapeDataString(keys[1])}")).QuerySelector("#about")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await team.PageAsync($"{Desk}?about={Uri.EscapeDataString(keys[0])}")).QuerySelectorAll("#remarks > li").Length);
        var spoken = await host.InCommuneAsync(Commune, async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            var consultation = await db.Set<Consultation>().SingleAsync(Stop);
            var ideas = await db.Set<Matter>().Where(matter => matter.Kind == MatterKind.Idea).OrderBy(matter => matter.Id).ToListAsync(Stop);
            var sent = await db.Set<Contribution>().OrderBy(contribution => contribution.Id).FirstAsync(Stop);
            sent.Remarks.AddRange(ideas.Select(idea => Remark.Of(consultation, RemarkKind.Note, idea, "ملاحظة", null, null, OpensAt)));
            await db.SaveChangesAsync(Stop);
            return await services.GetRequiredService<CardCounter>().CountAsync(consultation, ideas, Stop);
        });
        var counted = Assert.Single(spoken);
        Assert.Equal((keys[0], 2), (counted.Key, counted.Remarks.Values.Sum()));
        Assert.Single(
            await InAsync(host, db => db.Set<OutboxMessage>().Select(message => message.Payload).ToListAsync(Stop)), mail => mail.Contains("two@example.ma", StringComparison.Ordinal));

        // The report has them as one card, with both; a name that is removed since is not there.
        host.Clock.MoveTo(ClosesAt.AddDays(1));
        using var later = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation);
        await DoneAsync(later.SubmitAsync($"/fr/workspace/consultations/{Slug}/report", [("Note.Ar", "كلمة")], "form.form"));
        await ReportedAsync(host);
        var told = (await citizen.PageAsync($"/fr/consultations/{Slug}/report")).QuerySelector("section[aria-labelledby=fields] tbody tr")!;
        Assert.Equal(["أمينة", "يوسف"], told.QuerySelectorAll(".author").Select(author => author.TextContent));
        await InAsync(host, async db =>
        {
            (await db.Set<Participant>().SingleAsync(one => one.Name == "يوسف", Stop)).Erase(OpensAt);
            return await db.SaveChangesAsync(Stop);
        });
        Assert.DoesNotContain("يوسف", (await citizen.PageAsync($"/fr/consultations/{Slug}/report")).Body!.TextContent, StringComparison.Ordinal);
        await DoneAsync(later.SubmitAsync($"{Desk}/{second}", [], "form[action$='handler=Apart']"));
        Assert.Equal(2, (await citizen.PageAsync($"/fr/consultations/{Slug}?apart")).QuerySelectorAll("article.matter:has(.author)").Length);
    }

    [Fact]
    public async Task Two_ideas_put_together_both_ways_at_once_stay_on_one_card()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        var first = await IdeaAsync(host, "أمينة", "إنارة أزقة حي السلام", "one@example.ma");
        var second = await IdeaAsync(host, "يوسف", "مصابيح في أزقة حي السلام", "two@example.ma");
        var others = new List<bool>();
        host.Meddler.BeforeSaving<Consultation>(async () => others.Add(await MergeAsync(second, first)));

        Assert.False(await MergeAsync(first, second));

        Assert.Equal([true], others);
        Assert.Equal(1, await InAsync(host, db => db.Set<Matter>().CountAsync(matter => matter.Kind == MatterKind.Idea && matter.MergedInto == null, Stop)));

        Task<bool> MergeAsync(int idea, int into) => host.InCommuneAsync(Commune, async services =>
        {
            var round = await services.GetRequiredService<CommuneContext>().Set<Consultation>().SingleAsync(Stop);
            return await services.GetRequiredService<IdeaMerger>().MergeAsync(round, idea, into, Stop);
        });
    }

    [Fact]
    public async Task A_place_that_a_remark_changed_leads_back_to_the_remark()
    {
        await using var host = await StartAsync();
        var (section, commitment) = await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            var version = await db.Set<Platform.Commitments.Charter.CharterVersion>().Include(one => one.Sections).Include(one => one.Commitments)
                .AsSplitQuery().OrderByDescending(one => one.Number).FirstAsync(Stop);
            var process = Process.Of("charter", new(new("ميثاق"), new("هدف"), LadderRung.Concertation, null, null, new("المجلس"), null, null, null));
            var consultation = Consultation.In(process, "charter", new(
                new("مشروع الميثاق"), new("ما رأيكم؟"), null, false, false, OpensAt, ClosesAt, new DateOnly(2026, 12, 20), true, Moderation.After));
            consultation.Announce(OpensAt);
            db.Add(consultation);
            await db.SaveChangesAsync(Stop);
            var participant = Participant.Of(consultation, "p", ParticipantKind.Visitor, null, Language.Arabic);
            var sent = Contribution.Online(consultation, participant, new string('a', 64), new string('b', 64), OpensAt);
            var (section, commitment) = (version.Sections[0].Key, version.Commitments[0].Anchor);
            foreach (var (place, outcome) in new[] { ($"{section}:1", Outcome.TakenUp), (commitment, Outcome.TakenUpInPart), (section, Outcome.NotTakenUp), ("/action-plan#axis-1", Outcome.TakenUp) })
            {
                var remark = Remark.Of(consultation, RemarkKind.Objection, null, "ملاحظة", null, null, OpensAt);
                var decision = Decision.Of(consultation, new(outcome, new("سبب"), null, null, place.StartsWith('/') ? place : $"/charter/versions/{version.Number}#{place}"), 1, OpensAt);
                decision.Publish(OpensAt);
                remark.Answer(decision);
                sent.Remarks.Add(remark);
            }

            db.Add(sent);
            await db.SaveChangesAsync(Stop);
            return (section, commitment);
        });
        using var citizen = host.Commune("demnate");

        var charter = await citizen.PageAsync("/fr/charter");

        // The paragraph itself leads there, and its section not once more.
        var link = charter.GetElementById($"{section}:1")!.QuerySelector(".shaped-by a")!;
        Assert.Same(charter.GetElementById(section), charter.GetElementById($"{section}:1")!.ParentElement);
        Assert.Equal("Modifié à la suite de 1 remarque", link.TextContent);
        Assert.NotNull(charter.GetElementById(commitment)!.QuerySelector(".shaped-by a"));
        Assert.Equal(2, charter.QuerySelectorAll(".shaped-by").Length);
        var remarks = await citizen.PageAsync(link.GetAttribute("href")!);
        Assert.NotNull(Assert.Single(remarks.QuerySelectorAll("ol.remarks > li")).QuerySelector("a[href^='/fr/consultations/charter/remarks/']"));
        var axis = (await citizen.PageAsync("/fr/action-plan")).GetElementById("axis-1")!.QuerySelector(".shaped-by a")!;
        Assert.Single((await citizen.PageAsync(axis.GetAttribute("href")!)).QuerySelectorAll("ol.remarks > li"));
        Assert.Equal(HttpStatusCode.NotFound, await citizen.StatusAsync("/fr/consultations/shaped?page=/charter/versions/99"));
        Assert.Equal(HttpStatusCode.BadRequest, await citizen.StatusAsync("/fr/consultations/shaped"));
        using var neighbour = host.Commune(Commune);
        Assert.Equal(HttpStatusCode.NotFound, await neighbour.StatusAsync(link.GetAttribute("href")!));
    }

    private static Task<int> IdeaAsync(PlatformHost host, string name, string title, string mail) => InAsync(host, async db =>
    {
        var consultation = await db.Set<Consultation>().SingleAsync(Stop);
        var participant = Participant.Of(consultation, name, ParticipantKind.Visitor, null, Language.Arabic);
        participant.Introduce(name, null, ShownAs.Name, mail);
        var card = Matter.Head(MatterKind.Idea, 100_000, "idea:" + name, null, new(title), null).BroughtInto(consultation);
        var remark = Remark.Of(consultation, RemarkKind.Idea, card, title, null, null, OpensAt);
        var sent = Contribution.Online(consultation, participant, Tracking.DigestOfTicket(name), Tracking.DigestOfTicket(name + " code"), OpensAt);
        sent.Remarks.Add(remark);
        db.Add(sent);
        await db.SaveChangesAsync(Stop);
        return remark.Id;
    });

    private static async Task DoneAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Stop));
    }
}
