using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.OpennessProgramme;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.TestKit.People;
using Platform.Ui.Office;

namespace Platform.IntegrationTests.Commitments.Editing;

/// <summary>The openness programme in the workspace, through the real host.</summary>
public sealed class OpennessEditingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_programme_is_unseen_until_it_is_published()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var member = await host.SignInAsync("demnate", Role.TeamMember, Area.Openness);
        using var visitor = host.Commune("demnate");

        Expect(HttpStatusCode.Redirect, await member.SubmitAsync("/fr/workspace/openness/programme", new Dictionary<string, string?>
        {
            ["Input.Title.Ar"] = "a",
            ["Input.Title.Fr"] = "Programme neuf",
            ["Input.RunsFrom"] = "2027-01-01",
            ["Input.RunsTo"] = "2028-12-31",
        }));
        Expect(HttpStatusCode.Redirect, await member.SubmitAsync("/fr/workspace/openness/project", new Dictionary<string, string?>
        {
            ["Input.Number"] = "12",
            ["Input.Title.Ar"] = "b",
            ["Input.Title.Fr"] = "Budget citoyen",
            ["Input.Problem.Ar"] = "c",
            ["Input.Problem.Fr"] = "Peu lisible",
            ["Input.Lead.Ar"] = "d",
            ["Input.Lead.Fr"] = "Service financier",
            ["Input.Steps[0].Title.Ar"] = "e",
            ["Input.Steps[0].Title.Fr"] = "Première version",
            ["Input.Steps[0].Output.Ar"] = "f",
            ["Input.Steps[0].Output.Fr"] = "Un dépliant",
            ["Input.Steps[0].DueOn"] = "2026-01-31",
        }));
        Assert.Contains("Aucun programme", (await visitor.PageAsync("/fr/openness")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync("/fr/openness/projects/12"));

        Expect(HttpStatusCode.BadRequest, await member.SubmitAsync("/fr/workspace/openness/publish", new Dictionary<string, string?>()));

        // A colleague publishes it in the same moment: it is published once.
        host.Meddler.BeforeSaving<Programme>(() => host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            (await db.Set<Programme>().SingleAsync(Stop)).Publish(host.Clock.GetUtcNow().UtcDateTime);
            services.GetRequiredService<AuditTrail>().Record("openness.published", "openness:1");
            await db.SaveChangesAsync(Stop);
        }));
        Expect(HttpStatusCode.Redirect, await member.SubmitAsync("/fr/workspace/openness/publish", new Dictionary<string, string?> { ["Confirmed"] = "true" }));
        Assert.True(host.Meddler.HasActed);
        Assert.Equal(1, await host.InCommuneAsync("demnate", services =>
            services.GetRequiredService<CommuneContext>().Set<AuditEntry>().CountAsync(act => act.Verb == "openness.published", Stop)));

        var card = (await visitor.PageAsync("/fr/openness/projects/12")).Body!.TextContent;
        foreach (var shown in new[] { "Budget citoyen", "Peu lisible", "Service financier", "Première version", "Un dépliant", "En retard" })
        {
            Assert.Contains(shown, card, StringComparison.Ordinal);
        }

        Expect(HttpStatusCode.BadRequest, await member.SubmitAsync("/fr/workspace/openness/project", new Dictionary<string, string?> { ["Input.Number"] = "12", ["Input.Title.Ar"] = "x" }));
        Expect(HttpStatusCode.Redirect, await member.SubmitAsync("/fr/workspace/openness/adoption", new Dictionary<string, string?>
        {
            ["Input.On"] = "2026-11-20",
            ["Input.Session.Ar"] = "g",
            ["Input.Deliberation"] = "9/2026",
            ["Input.Confirmed"] = "true",
        }));
        Assert.Contains("9/2026", (await visitor.PageAsync("/fr/openness")).Body!.TextContent, StringComparison.Ordinal);

        // Whoever takes it away has all of it.
        foreach (var extension in new[] { "csv", "xlsx", "docx" })
        {
            var file = OfficeReader.Read(await visitor.GetByteArrayAsync(new Uri("/fr/openness/export." + extension, UriKind.Relative), Stop));
            var words = string.Join('\n', file.Blocks.Select(block => block is SheetTable table ? string.Join('\n', table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Text)) : ((OfficeParagraph)block).Text));
            foreach (var told in new[] { "Budget citoyen", "Peu lisible", "Service financier", "Première version", "Un dépliant", "2026-01-31", "9/2026", "2028-12-31" })
            {
                Assert.Contains(told, words, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Completion_is_shown_with_its_history_and_projects_leave_and_come_back()
    {
        await using var host = await LaracheAsync();
        using var member = await host.SignInAsync("larache", Role.FocalPoint);
        using var visitor = host.Commune("larache");
        var id = await ProjectIdAsync(host, 68);

        Expect(HttpStatusCode.Redirect, await SayAsync(member, id, "Limited", "2026-05-01"));
        Expect(HttpStatusCode.Redirect, await SayAsync(member, id, "Substantial", "2026-11-01"));
        Expect(HttpStatusCode.BadRequest, await SayAsync(member, id, "Complete", "2027-01-01"));
        var page = await visitor.PageAsync("/fr/openness/projects/68");
        Assert.Contains("Substantielle", page.QuerySelector("#completion")!.ParentElement!.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("#completion ~ ol > li").Length);
        var answer = await visitor.JsonAsync("/api/v1/openness-programme");
        Assert.Equal("substantial", answer.GetProperty("projects")[0].GetProperty("completion").GetProperty("level").GetString());

        var taken = await visitor.GetStringAsync(new Uri("/fr/openness/export.csv", UriKind.Relative), Stop);
        Assert.Contains("Limitée", taken, StringComparison.Ordinal);
        Assert.Contains("2026-11-01", taken, StringComparison.Ordinal);

        Expect(HttpStatusCode.Redirect, await member.SubmitAsync($"/fr/workspace/openness/archive/project/{id}", new Dictionary<string, string?> { ["Reason"] = "x" }));
        _ = await visitor.PageAsync("/fr/openness/projects/68", HttpStatusCode.Gone);
        Assert.Null((await visitor.PageAsync("/fr/openness")).QuerySelector("#project-68"));
        await host.ProvisionAsync();
        _ = await visitor.PageAsync("/fr/openness/projects/68", HttpStatusCode.Gone);
        Expect(HttpStatusCode.Redirect, await member.SubmitAsync("/fr/workspace/openness/archive", [("Restore", $"project:{id}")], "main form:not([action])"));
        _ = await visitor.PageAsync("/fr/openness/projects/68");
    }

    [Fact]
    public async Task Lists_are_saved_whole_in_order_and_two_who_save_at_once_are_told()
    {
        await using var host = await LaracheAsync();
        using var first = await host.SignInAsync("larache", Role.FocalPoint);
        using var second = await host.SignInAsync("larache", Role.TeamMember, Area.Openness);
        using var visitor = host.Commune("larache");
        const string Path = "/fr/workspace/openness/statements/Principle";
        var form = await second.PageAsync(Path);
        var rows = form.QuerySelectorAll("textarea[name$='.Title.Ar']").Length;

        Expect(HttpStatusCode.Redirect, await first.SubmitAsync(Path, new Dictionary<string, string?> { ["Input.Items[0].Title.Ar"] = "", ["Input.Items[0].Title.Fr"] = "", [$"Input.Items[{rows - 1}].Title.Ar"] = "dernier" }));
        var principles = (await visitor.PageAsync("/fr/openness")).QuerySelectorAll("#principles li").Select(item => item.TextContent.Trim()).ToList();
        Assert.Equal(rows - 1, principles.Count);
        Assert.Equal("dernier", principles[^1]);
        using var told = await second.SubmitAsync(form, Path, [("Input.Items[0].Title.Ar", "autre")]);
        Assert.Contains("dernier", (await told.PageAsync(HttpStatusCode.Conflict)).QuerySelector("#conflict")!.TextContent, StringComparison.Ordinal);

        Expect(HttpStatusCode.Redirect, await first.SubmitAsync("/fr/workspace/openness/committee", new Dictionary<string, string?> { ["Input.DecisionNumber"] = "77", ["Input.Members[0].Name"] = "Nom changé" }));
        Expect(HttpStatusCode.BadRequest, await first.SubmitAsync("/fr/workspace/openness/figures", new Dictionary<string, string?> { ["Input.Figures[0].Value"] = "beaucoup" }));
        Expect(HttpStatusCode.Redirect, await first.SubmitAsync("/fr/workspace/openness/figures", new Dictionary<string, string?> { ["Input.Figures[0].Value"] = "1 234" }));
        Expect(HttpStatusCode.Redirect, await first.SubmitAsync("/fr/workspace/openness/milestone", new Dictionary<string, string?> { ["Input.Title.Ar"] = "atelier", ["Input.From"] = "2026-11-01", ["Input.Kept"] = "True" }));
        var page = (await visitor.PageAsync("/fr/openness")).Body!.TextContent;
        Assert.Contains("Nom changé", page, StringComparison.Ordinal);
        Assert.Contains("atelier", page, StringComparison.Ordinal);
        await host.InCommuneAsync("larache", async services => Assert.DoesNotContain(
            await services.GetRequiredService<CommuneContext>().Set<AuditEntry>().Select(entry => entry.After).ToListAsync(Stop),
            after => after?.Contains("Nom changé", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task Who_has_no_part_in_it_is_refused_and_nothing_is_found_nowhere()
    {
        await using var host = await LaracheAsync();
        using var plan = await host.SignInAsync("larache", Role.TeamMember, Area.ActionPlan);
        using var member = await host.SignInAsync("larache", Role.TeamMember, Area.Openness);
        var id = await ProjectIdAsync(host, 68);
        foreach (var path in new[] { "", "/programme", "/project", $"/project/{id}", $"/project/{id}/completion", "/committee", "/figures", "/statements/Goal", "/milestone", "/adoption", "/archive", $"/archive/project/{id}" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await plan.StatusAsync("/fr/workspace/openness" + path));
            Assert.Equal(HttpStatusCode.OK, await member.StatusAsync("/ar/workspace/openness" + path));
        }

        foreach (var path in new[] { "/project/99999", "/milestone/99999", "/statements/Nothing", "/statements/1", "/archive/goal/1", "/project/99999/completion", "/publish" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync("/fr/workspace/openness" + path));
        }
    }

    private static Task<HttpResponseMessage> SayAsync(HttpClient member, int project, string completion, string on) =>
        member.SubmitAsync($"/fr/workspace/openness/project/{project}/completion", new Dictionary<string, string?>
        {
            ["Input.Completion"] = completion,
            ["Input.EffectiveOn"] = on,
            ["Input.SaidBy.Ar"] = "a",
        });

    private static Task<PlatformHost> LaracheAsync() => PlatformHost.StartAsync(options => options.Communes = ["larache"]);

    private static Task<int> ProjectIdAsync(PlatformHost host, int number) => host.InCommuneAsync("larache", services =>
        services.GetRequiredService<CommuneContext>().Set<Project>().Where(project => project.Number == number).Select(project => project.Id).SingleAsync(Stop));

    private static void Expect(HttpStatusCode status, HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(status, answer.StatusCode);
        }
    }
}
