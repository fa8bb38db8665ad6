using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.Charter;
using Platform.Commitments.Evaluations;
using Platform.Commitments.OpennessProgramme;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Seeding;
using Platform.IntegrationTests.Identity;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Commitments.Charter.CharterDraftingTests;

namespace Platform.IntegrationTests.Commitments.Evaluations;

/// <summary>A committee evaluates the plan of a period: asked by the team, judged by its members, published as a whole, answered by the commune.</summary>
public sealed class EvaluationTests
{
    private const string Desk = "/fr/workspace/evaluations";

    private static readonly (string, string?)[] Asked =
    [
        ("Input.About", "ActionPlan"), ("Input.Period", "2026-Q3"), ("Input.DueOn", "2026-12-10"), ("Input.Lead.Ar", "زيارة الأنشطة المنجزة"), ("Input.Lead.Fr", "Visiter les activités achevées"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_committee_judges_the_team_publishes_and_answers_and_everybody_reads_it_without_names()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var officer = await host.SignInAsync("demnate", Role.TeamMember, Area.ActionPlan);
        using var member = await host.SignInAsync("demnate", Role.CommitteeMember);
        using var second = await host.SignInAsync("demnate", Role.CommitteeMember);
        using var citizen = host.Commune("demnate");

        // Wrong and empty forms come back with what was typed.
        foreach (var (field, wrong) in new[] { ("Input.DueOn", "2026-01-01"), ("Input.DueOn", ""), ("Input.Period", "2019"), ("Input.Lead.Ar", "") })
        {
            using var refused = await officer.SubmitAsync(Desk + "/new", [.. Asked.Where(pair => pair.Item1 != field), (field, wrong)]);
            Assert.Contains("Visiter", (await refused.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("textarea[name='Input.Lead.Fr']")!.TextContent, StringComparison.Ordinal);
        }

        await DoneAsync(officer.SubmitAsync(Desk + "/new", Asked));
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.SubmitAsync(Desk + "/new", Asked)).StatusCode);
        Assert.Equal(new[] { member.Person.Mail, second.Person.Mail }.Order(), (await host.MailsAsync("demnate")).Select(mail => mail.To).Order());

        // The committee finds it on the first page of its workspace, and judges two of the things there.
        var home = await member.PageAsync("/fr/workspace");
        Assert.NotNull(home.QuerySelector(".work a[href='/fr/workspace/evaluations/1']"));
        Assert.NotNull(home.QuerySelector($"nav a[href='{Desk}']"));
        var page = await member.PageAsync(Desk + "/1");
        var thing = page.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")!).First(link => link.Contains("activity", StringComparison.Ordinal));
        using (var refused = await member.SubmitAsync(thing, [("Input.Comment", "Rien vu")]))
        {
            Assert.Contains("Rien vu", (await refused.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("textarea[name='Input.Comment']")!.TextContent, StringComparison.Ordinal);
        }

        await DoneAsync(member.SubmitAsync(thing, [("Input.Degree", "Limited"), ("Input.Comment", "Peu de monde aux réunions")]));
        await DoneAsync(member.SubmitAsync(thing, [("Input.Degree", "Substantial"), ("Input.Comment", "Deux réunions sur trois")]));
        await DoneAsync(second.SubmitAsync(thing, [("Input.Degree", "Substantial")]));
        await DoneAsync(second.SubmitAsync(Desk + "/1/whole", [("Input.Degree", "Limited"), ("Input.Comment", "À mi-chemin")]));

        // Only members judge, only the team answers and publishes; nobody outside reads anything yet.
        Assert.Null((await officer.PageAsync(thing)).QuerySelector("#judge"));
        Assert.Equal(HttpStatusCode.Forbidden, await second.StatusAsync(Desk + "/1/publish"));
        Assert.Equal(HttpStatusCode.NotFound, await citizen.StatusAsync("/fr/evaluations/action-plan/2026-Q3"));
        Assert.Contains("Aucune évaluation", (await citizen.PageAsync("/fr/evaluations")).Body!.TextContent, StringComparison.Ordinal);
        var activity = "/fr" + (await host.InCommuneAsync("demnate", services => services.GetRequiredService<CommuneContext>().Set<Judgement>().OrderBy(judgement => judgement.Id)
            .Select(judgement => "/action-plan/activities/" + judgement.Reference).FirstAsync(Stop)));
        Assert.Null((await citizen.PageAsync(activity)).QuerySelector("#evaluations"));

        await DoneAsync(officer.SubmitAsync(thing, [("Reply.Reply", "Taken"), ("Reply.Text.Ar", "سنغير التوقيت"), ("Reply.Text.Fr", "Nous changerons l’horaire")]));
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.SubmitAsync(thing, [("Reply.Reply", "SeenOtherwise"), ("Reply.Text.Ar", ""), ("Reply.Text.Fr", "")])).StatusCode);
        await DoneAsync(officer.SubmitAsync(thing, [("Reply.Reply", "SeenOtherwise")]));

        Assert.Equal(HttpStatusCode.BadRequest, (await officer.SubmitAsync(Desk + "/1/publish", [("Conclusion.Ar", "خلاصة")])).StatusCode);
        await DoneAsync(officer.SubmitAsync(Desk + "/1/publish", [("Conclusion.Ar", "خلاصة اللجنة"), ("Conclusion.Fr", "Bilan à mi-parcours"), ("Confirmed", "true")]));

        // Everybody reads it: on its page, beside the thing, in the feed's news and in files; without the members' names.
        var open = await citizen.PageAsync("/fr/evaluations/action-plan/2026-Q3");
        foreach (var told in new[] { "Bilan à mi-parcours", "Deux réunions sur trois", "À mi-chemin", "Nous changerons l’horaire", "Voit les choses autrement" })
        {
            Assert.Contains(told, open.Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Peu de monde", open.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(member.Person.Name, open.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("(2)", open.QuerySelectorAll("article .badge").First(badge => badge.TextContent.Contains("Substantielle", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Contains("Deux réunions sur trois", (await citizen.PageAsync(activity)).QuerySelector("#evaluations")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await citizen.PageAsync("/fr")).QuerySelector("a[href='/fr/evaluations/action-plan/2026-Q3']"));
        foreach (var format in new[] { "csv", "xlsx", "docx" })
        {
            Assert.Equal(HttpStatusCode.OK, await citizen.StatusAsync("/fr/evaluations/action-plan/2026-Q3/export." + format));
        }

        var file = await citizen.GetStringAsync(new Uri("/fr/evaluations/action-plan/2026-Q3/export.csv", UriKind.Relative), Stop);
        Assert.Contains("Deux réunions sur trois", file, StringComparison.Ordinal);
        Assert.DoesNotContain(member.Person.Name, file, StringComparison.Ordinal);

        // It is closed; the commune still has to answer what was said of the whole, and is told so.
        Assert.Null((await member.PageAsync(thing)).QuerySelector("#judge"));
        Assert.Equal(HttpStatusCode.NotFound, await officer.StatusAsync(Desk + "/1/publish"));
        Assert.NotNull((await officer.PageAsync("/fr/workspace")).QuerySelector(".work a[href='/fr/workspace/evaluations/1']"));
        await DoneAsync(officer.SubmitAsync(Desk + "/1/whole", [("Reply.Reply", "Noted")]));
        Assert.Null((await officer.PageAsync("/fr/workspace")).QuerySelector(".work a[href='/fr/workspace/evaluations/1']"));
        Assert.Contains("Prend acte", (await citizen.PageAsync("/fr/evaluations/action-plan/2026-Q3")).Body!.TextContent, StringComparison.Ordinal);

        var acts = await host.InCommuneAsync("demnate", services => services.GetRequiredService<CommuneContext>().Set<AuditEntry>()
            .Where(entry => entry.Subject == "evaluation:action-plan/2026-Q3").OrderBy(entry => entry.Id).Select(entry => entry.Verb).ToListAsync(Stop));
        Assert.Equal(
            ["opened", "judged", "judged", "judged", "judged", "answered", "answered", "published", "answered"],
            acts.Select(verb => verb.Split('.')[1]));
    }

    [Fact]
    public async Task Each_sees_the_evaluations_of_what_is_theirs_and_none_of_another_commune()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate", "larache"]);
        using var focal = await host.SignInAsync("larache", Role.FocalPoint);
        using var plan = await host.SignInAsync("larache", Role.TeamMember, Area.ActionPlan);
        using var member = await host.SignInAsync("larache", Role.CommitteeMember);
        using var stranger = await host.SignInAsync("demnate", Role.CommitteeMember);

        // Larache published no plan, and a programme.
        Assert.Equal(HttpStatusCode.BadRequest, (await focal.SubmitAsync(Desk + "/new", Asked)).StatusCode);
        await DoneAsync(focal.SubmitAsync(Desk + "/new", [.. Asked.Where(pair => pair.Item1 != "Input.About"), ("Input.About", "Openness")]));
        Assert.Equal(HttpStatusCode.NotFound, await plan.StatusAsync(Desk + "/1"));
        Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync(Desk + "/1"));
        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync(Desk + "/1/activity:1"));

        var project = await host.InCommuneAsync("larache", services => services.GetRequiredService<CommuneContext>().Set<Project>().OrderBy(one => one.Number).FirstAsync(Stop));
        var early = await focal.PageAsync(Desk + "/1/publish");
        Assert.Null(early.QuerySelector("[name=Confirmed]"));
        Assert.NotNull(early.QuerySelector("main .notice"));
        var asking = await focal.PageAsync(Desk + "/new?evaluation=1");
        Assert.Equal(HttpStatusCode.BadRequest, (await focal.SubmitAsync(asking, Desk + "/1/publish", [("Confirmed", "true")], "form.form")).StatusCode);
        await DoneAsync(member.SubmitAsync($"{Desk}/1/project:{project.Id}", [("Input.Degree", "Complete"), ("Input.Comment", "منجز")]));

        // Two of the team change what is asked at once: the second is told.
        var form = await focal.PageAsync(Desk + "/new?evaluation=1");
        await DoneAsync(focal.SubmitAsync(Desk + "/new?evaluation=1", [("Input.DueOn", "2026-12-20")]));
        using (var late = await focal.SubmitAsync(form, Desk + "/new?evaluation=1", [("Input.DueOn", "2026-12-30")]))
        {
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        }

        // A colleague publishes it in the same moment: what the second one concludes is not in it, and that is said.
        host.Meddler.BeforeSaving<Evaluation>(() => host.InCommuneAsync("larache", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            (await db.Set<Evaluation>().SingleAsync(Stop)).Publish(new("خلاصة"), host.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(Stop);
        }));
        await DoneAsync(focal.SubmitAsync(Desk + "/1/publish", [("Conclusion.Ar", "أخرى"), ("Confirmed", "true")]));
        Assert.NotNull((await focal.PageAsync(Desk + "/1")).QuerySelector(".notice-warning[role=alert]"));
        using var citizen = host.Commune("larache");
        Assert.Contains("منجز", (await citizen.PageAsync($"/ar/openness/projects/{project.Number}")).QuerySelector("#evaluations")!.ParentElement!.TextContent, StringComparison.Ordinal);
        using var elsewhere = host.Commune("demnate");
        Assert.Equal(HttpStatusCode.NotFound, await elsewhere.StatusAsync("/fr/evaluations/openness/2026-Q3"));
    }

    /// <summary>Demnate has a charter and a plan. One of its commitments is then evaluated again, in a later period.</summary>
    [Fact]
    public async Task Made_up_evaluations_say_so_and_stand_beside_what_they_are_about_for_people_and_machines()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        var (commitment, said) = await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            for (var time = 1; time <= 2; time++)
            {
                foreach (var demonstrator in services.GetServices<IDemonstrator>().Where(one => one is CharterDemonstrator or PlanDemonstrator or EvaluationDemonstrator).OrderBy(one => one.Order))
                {
                    await demonstrator.DemonstrateAsync(7, new(2025, 11, 1), new(2026, 10, 31), Stop);
                }

                await db.SaveChangesAsync(Stop);
            }

            var judged = await db.Set<Judgement>().Where(judgement => judgement.Thing.StartsWith("commitment:")).OrderBy(judgement => judgement.Id).ToListAsync(Stop);
            return (judged[0].Reference, judged.Select(judgement => judgement.Reference).Distinct().Count());
        });
        using var citizen = host.Commune("demnate");

        var listed = (await citizen.JsonAsync("/api/v1/evaluations")).EnumerateArray().ToList();
        Assert.Equal(["action-plan", "charter"], listed.Select(one => one.GetProperty("about").GetString()));
        Assert.All(listed, one => Assert.True(one.GetProperty("demonstration").GetBoolean() && one.GetProperty("members").GetInt32() >= 3));
        var whole = await citizen.JsonAsync("/api/v1/evaluations/charter/2026-Q3");
        var findings = whole.GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal(said + 1, findings.Count);
        Assert.True(findings[0].GetProperty("whole").GetBoolean());
        Assert.Contains("inventé", whole.GetProperty("conclusion").GetProperty("fr").GetString(), StringComparison.Ordinal);
        var finding = findings.First(one => one.GetProperty("reference").GetString() == commitment);
        Assert.NotEmpty(finding.GetProperty("title").GetProperty("ar").GetString()!);
        Assert.NotEmpty(finding.GetProperty("degrees").EnumerateArray());
        Assert.DoesNotContain("account", whole.GetRawText(), StringComparison.OrdinalIgnoreCase);
        foreach (var none in new[] { "charter/2026-Q2", "charter/soon", "mayor/2026-Q3", "openness/2026-Q3" })
        {
            await citizen.JsonAsync("/api/v1/evaluations/" + none, HttpStatusCode.NotFound);
        }

        // Beside each commitment in words, leading to where the committee says more; as many queries for two evaluations as for one.
        var link = await VerdictAsync("2026-Q3", "3e trimestre 2026");
        var page = await citizen.PageAsync(link);
        Assert.NotNull(page.GetElementById(link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..]));
        Assert.Contains("Donnée de démonstration", page.QuerySelector("main .badge")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Donnée de démonstration", (await citizen.PageAsync("/fr/evaluations")).QuerySelector("main .badge")!.TextContent, StringComparison.Ordinal);
        var one = await QueriesAsync();

        await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            var now = host.Clock.GetUtcNow().UtcDateTime;
            var document = (await services.GetRequiredService<EvaluatedReader>().TodayAsync(Evaluated.Charter, Stop))!;
            foreach (var (period, published) in new[] { ("2026-Q4", true), ("2027-Q1", false) })
            {
                var evaluation = Evaluation.Of(Evaluated.Charter, document.Number, document.Title, Period.Parse(period), new(2026, 12, 1), null, now);
                if (published)
                {
                    evaluation.Publish(null, now);
                }

                db.Add(evaluation);
                await db.SaveChangesAsync(Stop);
                db.AddRange(document.Things.Where(thing => thing.Reference == commitment).SelectMany(thing => new[]
                {
                    Judgement.On(evaluation, 1, thing, Completion.NotStarted, null, now), Judgement.On(evaluation, 1, thing, Completion.Complete, null, now),
                }));
                await db.SaveChangesAsync(Stop);
            }
        });

        await VerdictAsync("2026-Q4", "4e trimestre 2026", "Complète (1)");
        Assert.Equal(said, (await citizen.PageAsync("/fr/charter")).QuerySelectorAll(".commitments a[href*='/evaluations/']").Length);
        Assert.Equal(one, await QueriesAsync());

        async Task<string> VerdictAsync(string period, params string[] words)
        {
            var verdict = (await citizen.PageAsync("/fr/charter")).GetElementById("c-" + commitment)!.QuerySelector("a[href*='/evaluations/charter/']")!;
            Assert.StartsWith("/fr/evaluations/charter/" + period, verdict.GetAttribute("href"), StringComparison.Ordinal);
            Assert.All(words, word => Assert.Contains(word, verdict.ParentElement!.TextContent.Replace('\u00A0', ' '), StringComparison.OrdinalIgnoreCase));
            Assert.NotNull(verdict.ParentElement!.QuerySelector(".badge"));
            return verdict.GetAttribute("href")!;
        }

        async Task<int> QueriesAsync()
        {
            host.Queries.Clear();
            await host.InCommuneAsync("demnate", services => services.GetRequiredService<EvaluationReader>().LatestAsync(Evaluated.Charter, Stop));
            return host.Queries.Commands.Count;
        }
    }
}
