using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.ActionPlan;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Commitments.Editing;

/// <summary>The action plan in the workspace, through the real host: what the team saves is kept, shown, counted and written down.</summary>
public sealed partial class PlanEditingTests
{
    private const string Commune = "demnate";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_activity_is_added_shown_to_everyone_and_written_down()
    {
        await using var host = await StartAsync();
        using var member = await host.SignInAsync(Commune, Role.TeamMember, Area.ActionPlan);
        using var visitor = host.Commune(Commune);
        _ = await visitor.PageAsync("/fr/action-plan");
        var axis = await AxisIdAsync(host, 1);

        var number = await NextNumberAsync(host, axis);
        using var answer = await member.SubmitAsync($"/fr/workspace/action-plan/activity?axis={axis}", new Dictionary<string, string?>
        {
            ["Input.Title.Ar"] = "a",
            ["Input.Title.Fr"] = "Ouvrir un guichet",
            ["Input.Responsible.Ar"] = "b",
            ["Input.Responsible.Fr"] = "Service accueil",
            ["Input.Budget"] = "150 000,50",
            ["Input.BudgetSource.Ar"] = "c",
            ["Input.BudgetSource.Fr"] = "Convention",
            ["Input.PlannedStart"] = "2026-01-01",
            ["Input.PlannedEnd"] = "2026-10-31",
            ["Input.Priority"] = "1",
            ["Input.Weight"] = "2",
        });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await visitor.PageAsync($"/fr/action-plan/activities/1.{number}");
        var text = Spaces().Replace(page.Body!.TextContent, " ");
        Assert.Contains("Ouvrir un guichet", text, StringComparison.Ordinal);
        Assert.Contains("Service accueil", text, StringComparison.Ordinal);
        Assert.Contains("Convention", text, StringComparison.Ordinal);
        Assert.Contains("En retard depuis le 1er novembre 2026", text, StringComparison.Ordinal);
        Assert.Contains("Ouvrir un guichet", (await visitor.PageAsync("/fr/action-plan")).Body!.TextContent, StringComparison.Ordinal);
        await host.InCommuneAsync(Commune, async services =>
        {
            var activity = await services.GetRequiredService<CommuneContext>().Set<Activity>().SingleAsync(row => row.AxisId == axis && row.Number == number, Stop);
            Assert.Equal((150000.50m, 2m), (activity.Budget, activity.Weight));
            var act = await services.GetRequiredService<CommuneContext>().Set<AuditEntry>().SingleAsync(entry => entry.Verb == "activity.added", Stop);
            Assert.Equal($"account:{member.Person.Account}", act.Actor);
        });
    }

    [Fact]
    public async Task Refused_input_answers_400_and_keeps_what_was_typed()
    {
        await using var host = await StartAsync();
        using var member = await host.SignInAsync(Commune, Role.FocalPoint);
        var id = await ActivityIdAsync(host, 1, 1);

        using var answer = await member.SubmitAsync($"/fr/workspace/action-plan/activity/{id}", new Dictionary<string, string?>
        {
            ["Input.Title.Ar"] = "",
            ["Input.Title.Fr"] = "Seulement en français",
            ["Input.PlannedStart"] = "2026-05-02",
            ["Input.PlannedEnd"] = "2026-05-01",
            ["Input.Weight"] = "0",
        });

        var page = await answer.PageAsync(HttpStatusCode.BadRequest);
        Assert.Equal("Seulement en français", page.QuerySelector("[name='Input.Title.Fr']")!.TextContent.Trim());
        Assert.Equal(3, page.QuerySelectorAll("#errors li").Length);
        Assert.Empty(await ActsAsync(host));
    }

    [Theory]
    [InlineData("script")]
    [InlineData("long")]
    [InlineData("emoji")]
    [InlineData("bidi")]
    public async Task Hostile_text_is_refused_or_harmless(string kind)
    {
        await using var host = await StartAsync();
        using var member = await host.SignInAsync(Commune, Role.FocalPoint);
        using var visitor = host.Commune(Commune);
        var id = await ActivityIdAsync(host, 1, 1);
        var typed = kind switch
        {
            "script" => "<script>alert(1)</script>\"onload=\"x",
            "long" => new string('x', 1 << 20),
            "emoji" => "\U0001F389 fête \uD800",
            _ => "abc\u202Etxt.exe\u2066",
        };

        using var answer = await member.SubmitAsync($"/fr/workspace/action-plan/activity/{id}", new Dictionary<string, string?> { ["Input.Title.Ar"] = typed, ["Input.Title.Fr"] = typed });

        if (kind == "long")
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            return;
        }

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        foreach (var (client, path) in new[] { (visitor, "/ar/action-plan/activities/1.1"), (visitor, "/fr/action-plan"), (member, "/fr/workspace/action-plan") })
        {
            var html = await client.GetStringAsync(new Uri(path, UriKind.Relative), Stop);
            Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
            Assert.DoesNotContain("\"onload=\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain("\u202E", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Of_two_who_edit_at_once_the_second_is_told_sees_both_and_chooses()
    {
        await using var host = await StartAsync();
        using var first = await host.SignInAsync(Commune, Role.FocalPoint);
        using var second = await host.SignInAsync(Commune, Role.TeamMember, Area.ActionPlan);
        var path = $"/fr/workspace/action-plan/activity/{await ActivityIdAsync(host, 1, 1)}";
        var form = await second.PageAsync(path);
        using var saved = await first.SubmitAsync(path, Fields("premier"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        using var told = await second.SubmitAsync(form, path, [.. Fields("second").Select(field => (field.Key, field.Value))]);

        var page = await told.PageAsync(HttpStatusCode.Conflict);
        var conflict = page.QuerySelector("#conflict")!.TextContent;
        Assert.Contains("premier", conflict, StringComparison.Ordinal);
        Assert.Contains("second", conflict, StringComparison.Ordinal);
        Assert.Equal("premier", await TitleAsync(host));

        using var chosen = await second.SubmitAsync(page, path, []);
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Equal("second", await TitleAsync(host));

        static Dictionary<string, string?> Fields(string title) => new() { ["Input.Title.Ar"] = title };
    }

    [Fact]
    public async Task Axes_and_activities_are_put_in_order_and_keep_their_numbers()
    {
        await using var host = await StartAsync();
        using var member = await host.SignInAsync(Commune, Role.FocalPoint);
        using var visitor = host.Commune(Commune);
        var second = await AxisIdAsync(host, 2);
        var before = await ReferencesAsync(visitor);

        using var moved = await member.SubmitAsync("/fr/workspace/action-plan", [("Arrange", $"axis:up:{second}")], "#arrange");
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        using var again = await member.SubmitAsync("/fr/workspace/action-plan", [("Arrange", $"activity:down:{await ActivityIdAsync(host, 2, 1)}")], "#arrange");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.EndsWith($"#activity-{await ActivityIdAsync(host, 2, 1)}", again.Headers.Location!.OriginalString, StringComparison.Ordinal);

        var after = await ReferencesAsync(visitor);
        Assert.Equal(before.Order(StringComparer.Ordinal), after.Order(StringComparer.Ordinal));
        Assert.Equal(["2.2", "2.1"], after.Take(2));
        using var nonsense = await member.SubmitAsync("/fr/workspace/action-plan", [("Arrange", "activity:sideways:1")], "#arrange");
        Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);
    }

    [Fact]
    public async Task A_moved_activity_keeps_its_history_and_its_old_address_leads_on()
    {
        await using var host = await StartAsync();
        using var member = await host.SignInAsync(Commune, Role.FocalPoint);
        using var visitor = host.Commune(Commune);
        var id = await ActivityIdAsync(host, 1, 1);
        using var said = await SayAsync(member, id, "InProgress", "40");
        var target = await AxisIdAsync(host, 2);
        var number = await NextNumberAsync(host, target);

        using var answer = await member.SubmitAsync($"/fr/workspace/action-plan/activity/{id}/move", new Dictionary<string, string?> { ["Target"] = $"{target}" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var old = await visitor.GetAsync(new Uri("/fr/action-plan/activities/1.1", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.MovedPermanently, old.StatusCode);
        Assert.Equal($"/fr/action-plan/activities/2.{number}", old.Headers.Location?.OriginalString);
        Assert.Contains("40", (await visitor.PageAsync($"/fr/action-plan/activities/2.{number}")).QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);

        using var added = await member.SubmitAsync($"/fr/workspace/action-plan/activity?axis={await AxisIdAsync(host, 1)}", new Dictionary<string, string?> { ["Input.Title.Ar"] = "autre" });
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        _ = await visitor.PageAsync("/fr/action-plan/activities/1.2");

        // The plan's own history names what was changed in it, and leaves what was said of progress to the page of the activity.
        using var worded = await member.SubmitAsync($"/fr/workspace/action-plan/axis/{target}", [("Input.Title.Fr", "Un axe redit")]);
        Assert.Equal(HttpStatusCode.Redirect, worded.StatusCode);
        var acts = (await visitor.PageAsync("/fr/action-plan")).QuerySelectorAll(".acts li").Select(act => act.LastElementChild!.TextContent).ToList();
        Assert.Equal(["Axe modifié · Axe 2", "Activité ajoutée · 1.2", $"Activité déplacée vers un autre axe · 2.{number}"], acts[..3]);
        Assert.DoesNotContain(acts, act => act.Contains("Avancement", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_archived_no_longer_counts_says_so_at_its_address_and_comes_back()
    {
        await using var host = await StartAsync();
        using var member = await host.SignInAsync(Commune, Role.FocalPoint);
        using var visitor = host.Commune(Commune);
        var id = await ActivityIdAsync(host, 1, 1);
        var before = (await ReferencesAsync(visitor)).Count;

        using var archived = await member.SubmitAsync($"/fr/workspace/action-plan/archive/activity/{id}", new Dictionary<string, string?> { ["Reason"] = "doublon" });

        Assert.Equal(HttpStatusCode.Redirect, archived.StatusCode);
        Assert.Equal(before - 1, (await ReferencesAsync(visitor)).Count);
        var gone = await visitor.PageAsync("/fr/action-plan/activities/1.1", HttpStatusCode.Gone);
        Assert.Contains("a quitté le plan le 22 novembre 2026", gone.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await CountedAsync(host, new(2026, 10, 31)));
        Assert.Equal(before - 1, await CountedAsync(host, new(2026, 11, 30)));
        await host.ProvisionAsync();
        Assert.Equal(before - 1, (await ReferencesAsync(visitor)).Count);

        using var restored = await member.SubmitAsync("/fr/workspace/action-plan/archive", [("Restore", $"activity:{id}")], "main form:not([action])");
        Assert.Equal(HttpStatusCode.Redirect, restored.StatusCode);
        _ = await visitor.PageAsync("/fr/action-plan/activities/1.1");
        Assert.Equal(before, await CountedAsync(host, new(2026, 11, 30)));
        Assert.Equal(["activity.archived", "activity.restored"], await ActsAsync(host));
    }

    [Fact]
    public async Task Progress_is_shown_with_who_says_so_and_never_from_the_future()
    {
        await using var host = await StartAsync();
        using var member = await host.SignInAsync(Commune, Role.FocalPoint);
        using var visitor = host.Commune(Commune);
        var id = await ActivityIdAsync(host, 1, 1);

        using var future = await member.SubmitAsync($"/fr/workspace/action-plan/activity/{id}/progress", new Dictionary<string, string?>
        {
            ["Input.EffectiveOn"] = "2026-11-23",
            ["Input.Status"] = "InProgress",
            ["Input.Percent"] = "",
            ["Input.SaidBy.Ar"] = "a",
        });
        Assert.Equal(HttpStatusCode.BadRequest, future.StatusCode);
        using var answer = await SayAsync(member, id, "Completed", "");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var history = (await visitor.PageAsync("/fr/action-plan/activities/1.1")).QuerySelector("#history")!.ParentElement!.TextContent;
        Assert.Contains("Achevée", history, StringComparison.Ordinal);
        Assert.Contains("Service technique", history, StringComparison.Ordinal);
        Assert.Contains("Route coupée", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_plan_is_unseen_until_it_is_published_and_supersedes_the_one_before_when_it_is_adopted()
    {
        await using var host = await StartAsync();
        using var member = await host.SignInAsync(Commune, Role.FocalPoint);
        using var visitor = host.Commune(Commune);
        var before = await ReferencesAsync(visitor);
        using var begun = await member.SubmitAsync("/fr/workspace/action-plan/next", new Dictionary<string, string?>
        {
            ["Title.Ar"] = "second",
            ["Title.Fr"] = "Second plan",
            ["From"] = "UnfinishedActivities",
        });
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync("/fr/action-plan?plan=2"));

        using var unconfirmed = await member.SubmitAsync("/fr/workspace/action-plan/publish/2", new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.BadRequest, unconfirmed.StatusCode);
        using var round = await member.SubmitAsync("/fr/workspace/action-plan/round?plan=2", new Dictionary<string, string?>
        {
            ["Input.Title.Ar"] = "tour",
            ["Input.From"] = "2026-11-20",
            ["Input.To"] = "2026-11-30",
        });
        Assert.Equal(HttpStatusCode.Redirect, round.StatusCode);
        using var published = await member.SubmitAsync("/fr/workspace/action-plan/publish/2", new Dictionary<string, string?> { ["Confirmed"] = "true" });
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Contains("Projet en concertation", (await visitor.PageAsync("/fr/action-plan?plan=2")).QuerySelector(".page-header")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Second plan", (await visitor.PageAsync("/fr/action-plan")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

        using var adopted = await member.SubmitAsync("/fr/workspace/action-plan/adoption/2", new Dictionary<string, string?>
        {
            ["Input.On"] = "2026-11-22",
            ["Input.Deliberation"] = "2026/17",
            ["Input.Confirmed"] = "true",
        });
        Assert.Equal(HttpStatusCode.Redirect, adopted.StatusCode);
        var page = await visitor.PageAsync("/fr/action-plan");
        Assert.Contains("Second plan", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026/17", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await ReferencesAsync(visitor));
        Assert.Contains("Plan précédent", (await visitor.PageAsync("/fr/action-plan?plan=1")).QuerySelector(".page-header")!.TextContent, StringComparison.Ordinal);
        _ = await visitor.PageAsync("/fr/action-plan/activities/1.1?plan=1");
        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync("/fr/workspace/action-plan/text/1"));
        Assert.Equal(before.Count, await CountedAsync(host, new(2026, 10, 31)));
    }

    [Fact]
    public async Task Rows_are_arranged_and_added_without_saving_anything()
    {
        await using var host = await StartAsync();
        using var member = await host.SignInAsync(Commune, Role.FocalPoint);
        var path = $"/fr/workspace/action-plan/axis/{await AxisIdAsync(host, 1)}";
        var form = await member.PageAsync(path);
        var rows = form.QuerySelectorAll("textarea[name$='.Text.Ar']").Length;

        using var more = await member.SubmitAsync(form, path, [("Arrange", "objectives:more:0"), ("Input.Objectives[0].Text.Ar", "un"), ("Input.Objectives[1].Text.Ar", "deux")], "form[data-keep]");
        var page = await more.PageAsync();
        Assert.Equal(rows + 1, page.QuerySelectorAll("textarea[name$='.Text.Ar']").Length);
        using var up = await member.SubmitAsync(page, path, [("Arrange", "objectives:up:1")], "form[data-keep]");
        var arranged = (await up.PageAsync()).QuerySelectorAll("textarea[name$='.Text.Ar']").Select(area => area.TextContent.Trim());

        Assert.Equal(["deux", "un"], arranged.Take(2));
        Assert.Empty(await ActsAsync(host));
    }

    [Fact]
    public async Task What_is_another_communes_or_nowhere_is_not_found_and_who_has_no_part_in_it_is_refused()
    {
        await using var host = await StartAsync("beni-mellal");
        var id = await ActivityIdAsync(host, 1, 1);
        using var other = await host.SignInAsync("beni-mellal", Role.FocalPoint);
        using var stranger = host.Browser($"{Commune}.localhost", other.Person);
        using var charter = await host.SignInAsync(Commune, Role.TeamMember, Area.Charter);
        using var citizen = await host.SignInAsync(Commune, Role.Citizen);
        foreach (var path in new[] { "", "/axis?plan=1", $"/activity/{id}", $"/activity/{id}/progress", $"/activity/{id}/move", "/archive", $"/archive/activity/{id}", "/text/1", "/adoption/1", "/preparation/1", "/next" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await charter.StatusAsync("/fr/workspace/action-plan" + path));
            Assert.Equal(HttpStatusCode.Forbidden, await citizen.StatusAsync("/fr/workspace/action-plan" + path));
            Assert.NotEqual(HttpStatusCode.OK, await stranger.StatusAsync("/fr/workspace/action-plan" + path));
        }

        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync("/fr/workspace/action-plan/activity/999999"));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync("/fr/workspace/action-plan/axis/999999"));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync("/fr/workspace/action-plan/archive/plan/1"));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync("/fr/workspace/action-plan?plan=9"));
        using var unsigned = host.Browser($"{Commune}.localhost");
        using var posted = await unsigned.PostAsync(new Uri($"/fr/workspace/action-plan/archive/activity/{id}", UriKind.Relative), new FormUrlEncodedContent([]), Stop);
        Assert.NotEqual(HttpStatusCode.OK, posted.StatusCode);
        Assert.Empty(await ActsAsync(host));
    }

    [Fact]
    public async Task The_team_is_told_what_needs_it()
    {
        await using var host = await StartAsync();
        using var member = await host.SignInAsync(Commune, Role.FocalPoint);
        await host.InCommuneAsync(Commune, async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            var activities = await db.Set<Activity>().ToListAsync(Stop);
            activities[0].Schedule(null, new DateOnly(2026, 11, 1));
            await db.SaveChangesAsync(Stop);
        });

        var page = await member.PageAsync("/fr/workspace");

        Assert.Contains("est en retard", page.QuerySelector(".work-late")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("sans date de fin", page.QuerySelector(".work-list")!.TextContent, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SayAsync(HttpClient member, int activity, string status, string percent) =>
        member.SubmitAsync($"/fr/workspace/action-plan/activity/{activity}/progress", new Dictionary<string, string?>
        {
            ["Input.Status"] = status,
            ["Input.Percent"] = percent,
            ["Input.SaidBy.Ar"] = "a",
            ["Input.SaidBy.Fr"] = "Service technique",
            ["Input.Obstacle.Ar"] = "b",
            ["Input.Obstacle.Fr"] = "Route coupée",
        });

    private static Task<PlatformHost> StartAsync(params string[] others) =>
        PlatformHost.StartAsync(options => options.Communes = [Commune, .. others]);

    private static Task<int> AxisIdAsync(PlatformHost host, int number) => host.InCommuneAsync(Commune, services =>
        services.GetRequiredService<CommuneContext>().Set<Axis>().Where(axis => axis.Number == number).Select(axis => axis.Id).SingleAsync(Stop));

    private static async Task<int> ActivityIdAsync(PlatformHost host, int axis, int number)
    {
        var of = await AxisIdAsync(host, axis);
        return await host.InCommuneAsync(Commune, services => services.GetRequiredService<CommuneContext>().Set<Activity>()
            .Where(activity => activity.AxisId == of && activity.Number == number).Select(activity => activity.Id).SingleAsync(Stop));
    }

    private static Task<int> NextNumberAsync(PlatformHost host, int axis) => host.InCommuneAsync(Commune, async services =>
        1 + await services.GetRequiredService<CommuneContext>().Set<Activity>().Where(activity => activity.AxisId == axis).MaxAsync(activity => activity.Number, Stop));

    private static Task<string> TitleAsync(PlatformHost host) => host.InCommuneAsync(Commune, async services =>
        (await services.GetRequiredService<CommuneContext>().ReadAxesAsync(new(2026, 11, 22), Stop))[0].Activities[0].Title.Ar);

    private static Task<int> CountedAsync(PlatformHost host, DateOnly day) => host.InCommuneAsync(Commune, async services =>
        (await services.GetRequiredService<CommuneContext>().ReadAxesAsync(day, Stop)).Sum(axis => axis.Activities.Count));

    private static Task<List<string>> ActsAsync(PlatformHost host) => host.InCommuneAsync(Commune, services => services.GetRequiredService<CommuneContext>().Set<AuditEntry>()
        .Where(entry => entry.Verb.StartsWith("activity.") || entry.Verb.StartsWith("axis.")).OrderBy(entry => entry.Id).Select(entry => entry.Verb).ToListAsync(Stop));

    private static async Task<IReadOnlyList<string>> ReferencesAsync(HttpClient visitor) =>
        [.. (await visitor.PageAsync("/fr/action-plan")).QuerySelectorAll("td.ref").Select(cell => cell.TextContent.Trim())];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
