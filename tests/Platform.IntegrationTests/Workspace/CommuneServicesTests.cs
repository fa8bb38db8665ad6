using System.Net;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Workspace;

/// <summary>What a commune chooses to have: features that it does without are nowhere, national portals are linked to or mirrored.</summary>
public sealed class CommuneServicesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feature_that_is_off_leaves_menu_home_news_feed_and_site_map()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var focal = await WorkspaceVisitor.SignInAsync(host, "demnate");
        using var citizen = host.Commune("demnate");
        Assert.Contains("/fr/charter", await citizen.GetStringAsync("/sitemap.xml", Stop), StringComparison.Ordinal);
        Assert.Contains("/fr/charter/", await citizen.GetStringAsync("/fr/feed.atom", Stop), StringComparison.Ordinal);

        await focal.OpenAsync("/fr/workspace/identity");
        Assert.Equal(HttpStatusCode.OK, await focal.SubmitAsync("form.form", new Dictionary<string, string> { ["Input.Modes[Charter]"] = "Off" }));

        var home = await citizen.PageAsync("/fr");
        Assert.Empty(home.QuerySelectorAll("a[href^='/fr/charter']"));
        Assert.DoesNotContain("/fr/charter", await citizen.GetStringAsync("/sitemap.xml", Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("/fr/charter/", await citizen.GetStringAsync("/fr/feed.atom", Stop), StringComparison.Ordinal);
        Assert.Contains("/action-plan", await citizen.GetStringAsync("/sitemap.xml", Stop), StringComparison.Ordinal);
        foreach (var path in new[] { "/fr/charter", "/fr/charter/registers.xlsx", "/api/v1/charter" })
        {
            using var gone = await citizen.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        }
    }

    [Fact]
    public async Task A_mirrored_portal_has_a_page_with_the_figures_that_the_team_read_there()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate", "larache"]);
        using var focal = await WorkspaceVisitor.SignInAsync(host, "demnate");
        using var citizen = host.Commune("demnate");
        using var neighbour = host.Commune("larache");
        using (var before = await citizen.GetAsync("/fr/services/complaints", Stop))
        {
            Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        }

        await focal.OpenAsync("/fr/workspace/identity");
        var modes = new Dictionary<string, string> { ["Input.Modes[Complaints]"] = "Mirror", ["Input.Modes[Petitions]"] = "Link" };
        Assert.Equal(HttpStatusCode.BadRequest, await focal.SubmitAsync("form.form", new Dictionary<string, string>(modes) { ["Input.Addresses[Complaints]"] = "javascript:alert(1)" }));
        Assert.Equal(HttpStatusCode.BadRequest, await focal.SubmitAsync("form.form", new Dictionary<string, string>(modes) { ["Input.Modes[Charter]"] = "Mirror", ["Input.Addresses[Complaints]"] = "https://www.chikaya.ma" }));
        await focal.OpenAsync("/fr/workspace/identity");
        Assert.Equal(HttpStatusCode.OK, await focal.SubmitAsync("form.form", modes));

        await focal.OpenAsync("/fr/workspace/portals/complaints");
        var figures = new Dictionary<string, string>
        {
            ["Input.Period"] = "2026-10",
            ["Input.Received"] = "41",
            ["Input.Answered"] = "30",
            ["Input.InTime"] = "31",
            ["Input.ReadOn"] = "2026-11-15",
            ["Input.Note.Ar"] = "عطلة",
        };
        Assert.Equal(HttpStatusCode.BadRequest, await focal.SubmitAsync("form.form", figures));
        Assert.Equal("41", focal.Page.QuerySelector("[name='Input.Received']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.OK, await focal.SubmitAsync("form.form", new Dictionary<string, string>(figures) { ["Input.InTime"] = "25" }));

        // A second entry of the same period is not written over the first: it is shown beside it.
        await focal.OpenAsync("/fr/workspace/portals/complaints");
        Assert.Equal(HttpStatusCode.Conflict, await focal.SubmitAsync("form.form", new Dictionary<string, string>(figures) { ["Input.InTime"] = "1" }));
        await focal.OpenAsync("/fr/workspace/portals/complaints?period=2026-10");
        Assert.Equal(HttpStatusCode.OK, await focal.SubmitAsync("form.form", new Dictionary<string, string> { ["Input.Received"] = "42" }));

        var page = await citizen.PageAsync("/fr/services/complaints");
        Assert.Equal(["42", "30", "25"], page.QuerySelectorAll("tbody .num").Select(cell => cell.FirstChild!.TextContent.Trim()));
        Assert.NotNull(page.QuerySelector("a[href='https://www.chikaya.ma']"));
        Assert.Contains("2026-10,42,30,25,2026-11-15,https://www.chikaya.ma", await citizen.GetStringAsync("/fr/services/complaints/figures.csv", Stop), StringComparison.Ordinal);
        var about = await citizen.PageAsync("/fr/about");
        Assert.NotNull(about.QuerySelector("a[href='/fr/services/complaints']"));
        Assert.Null(about.QuerySelector("a[href='/fr/services/petitions']"));
        Assert.NotNull(about.QuerySelector("a[href='https://www.eparticipation.ma']"));
        Assert.Contains("/fr/services/complaints", await citizen.GetStringAsync("/sitemap.xml", Stop), StringComparison.Ordinal);
        foreach (var (client, path) in new[] { (citizen, "/fr/services/petitions"), (citizen, "/fr/services/charter"), (neighbour, "/fr/services/complaints") })
        {
            using var none = await client.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await focal.GetAsync("/fr/workspace/portals/complaints?period=2026-13")).StatusCode);
    }

    [Fact]
    public async Task What_the_law_asks_is_told_with_its_source_and_each_period_by_what_held_then()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var focal = await WorkspaceVisitor.SignInAsync(host, "demnate");
        using var citizen = host.Commune("demnate");
        await focal.OpenAsync("/fr/workspace/identity");
        Assert.Equal(HttpStatusCode.OK, await focal.SubmitAsync("form.form", new Dictionary<string, string> { ["Input.Modes[Complaints]"] = "Mirror", ["Input.Modes[Petitions]"] = "Mirror" }));
        await focal.OpenAsync("/fr/workspace/portals/complaints");
        Assert.Contains("Décret n°\u00a02-17-265", focal.Page.QuerySelector("form.form")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await focal.SubmitAsync("form.form", new Dictionary<string, string>
        {
            ["Input.Period"] = "2026-10",
            ["Input.Received"] = "4",
            ["Input.Answered"] = "3",
            ["Input.InTime"] = "2",
            ["Input.ReadOn"] = "2026-11-15",
        }));

        var law = (await citizen.PageAsync("/fr/services/complaints")).QuerySelector("#law")!.ParentElement!;
        Assert.Contains("15 jours", law.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 mois", law.TextContent, StringComparison.Ordinal);
        Assert.NotNull(law.QuerySelector(".badge-success"));

        // A petition: what fits this commune, marked where nobody has checked it.
        var petitions = (await citizen.PageAsync("/fr/services/petitions")).QuerySelector("#law")!.ParentElement!;
        Assert.Single(petitions.QuerySelectorAll("dt"), name => name.TextContent.Contains("seuil", StringComparison.Ordinal));
        Assert.Contains("art. 123", petitions.TextContent, StringComparison.Ordinal);
        Assert.NotNull(petitions.QuerySelector(".badge-warning"));

        using var officer = await host.SignInNationallyAsync(Role.DgctOfficer);
        (string, string?)[] shorter = [("Input.Value", "1"), ("Input.From", "2027-01-01"), ("Input.Source.Ar", "مرسوم جديد")];
        using (var changed = await officer.SubmitAsync("/fr/workspace/legal-rules/complaint-treatment", shorter, "form[action$='Change']"))
        {
            Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        }

        host.Clock.MoveTo(new(2027, 1, 15, 11, 0, 0, TimeSpan.Zero));
        var later = await citizen.PageAsync("/fr/services/complaints?later=1");
        Assert.Contains("1 mois", later.QuerySelector("#law")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 mois", later.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Networks_are_edited_with_their_charters_and_one_that_was_left_is_not_shown()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["larache", "settat"]);
        using var member = await WorkspaceVisitor.SignInAsync(host, "settat", Role.TeamMember, Area.Openness);
        using var citizen = host.Commune("settat");
        await member.OpenAsync("/fr/workspace/openness/networks/edit");
        var network = new Dictionary<string, string>
        {
            ["Input.Name.Ar"] = "شبكة",
            ["Input.Name.Fr"] = "Réseau ouvert",
            ["Input.Charter.Ar"] = "ميثاق الشبكة",
            ["Input.Link"] = "http://reseau.example",
            ["Input.JoinedOn"] = "2026-01-02",
        };
        Assert.Equal(HttpStatusCode.BadRequest, await member.SubmitAsync("form.form", network));
        Assert.Equal(HttpStatusCode.OK, await member.SubmitAsync(
            "form.form", new Dictionary<string, string>(network) { ["Input.Link"] = "https://reseau.example/charte" }, file: ("Files.Sent", "charte.pdf", SampleFiles.Pdf())));

        // Without a programme of its own, too.
        var card = (await citizen.PageAsync("/fr/openness")).QuerySelector("#networks .card")!;
        Assert.Contains("Réseau ouvert", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 janvier 2026", card.TextContent, StringComparison.Ordinal);
        Assert.NotNull(card.QuerySelector(".attached a[href^='/fr/documents/']"));
        Assert.NotNull(card.QuerySelector("a[href='https://reseau.example/charte'][rel~=nofollow]"));

        var edit = member.Page.QuerySelector("a[href*='/networks/edit/']")!.GetAttribute("href")!;
        await member.OpenAsync(edit);
        Assert.Equal(HttpStatusCode.OK, await member.SubmitAsync("form.form", new Dictionary<string, string> { ["Input.LeftOn"] = "2026-11-01" }));
        Assert.Null((await citizen.PageAsync("/fr/openness")).QuerySelector("#networks"));
        Assert.Contains("adhésion terminée", member.Page.Body!.TextContent, StringComparison.Ordinal);
    }
}
