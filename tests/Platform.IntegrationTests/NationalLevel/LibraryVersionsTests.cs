using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.Indicators;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Commitments.Charter.CharterDraftingTests;

namespace Platform.IntegrationTests.NationalLevel;

/// <summary>An officer publishes a version from a month on; communes read what changes, follow it from that month, and their figures keep the version they were taken with.</summary>
public sealed class LibraryVersionsTests
{
    private const string Code = "charter-in-force";
    private const string Desk = "/fr/workspace/library/" + Code;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_version_is_followed_from_its_month_and_earlier_figures_keep_theirs()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var officer = await host.SignInNationallyAsync(Role.DgctOfficer);
        using var member = await host.SignInAsync("demnate", Role.FocalPoint);
        await host.RunJobAsync("monthly-snapshot", "2026-10");
        (string, string?)[] wanted =
            [("Input.From", "2026-12"), ("Input.Name.Ar", "ميثاق ساري المفعول ومنشور"), ("Input.Name.Fr", "Charte en vigueur et publiée"), ("Input.Reason.Ar", "توحيد التعريف"), ("Input.Reason.Fr", "Définition harmonisée")];
        foreach (var (field, wrong) in new[] { ("Input.From", "2026-10"), ("Input.From", "soon"), ("Input.Reason.Ar", ""), ("Input.Direction", "Sideways") })
        {
            using var refused = await officer.SubmitAsync(Desk, [.. wanted.Where(pair => pair.Item1 != field), (field, wrong)]);
            Assert.Equal("Charte en vigueur et publiée", (await refused.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("input[name='Input.Name.Fr']")!.GetAttribute("value"));
        }

        var stale = await officer.PageAsync(Desk);
        await DoneAsync(officer.SubmitAsync(Desk, wanted));
        using (var second = await officer.SubmitAsync(stale, Desk, wanted))
        {
            Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        }

        using (var second = await officer.SubmitAsync(stale, Desk, [.. wanted.Skip(1), ("Input.From", "2027-01")]))
        {
            Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        }

        var told = await member.PageAsync("/fr/workspace/indicators/library");
        Assert.Equal("Charte en vigueur", told.QuerySelector("del")!.TextContent);
        Assert.Equal("Charte en vigueur et publiée", told.QuerySelector("ins")!.TextContent);
        Assert.NotNull((await member.PageAsync("/fr/workspace")).QuerySelector(".work a[href$='/indicators/library']"));

        host.Clock.MoveTo(new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
        await host.RunJobAsync("library-definitions", "2026-12-01");
        await host.RunJobAsync("library-definitions", "2026-12-01");
        await host.RunJobAsync("monthly-snapshot", "2026-11");
        host.Clock.MoveTo(new(2027, 1, 1, 9, 0, 0, TimeSpan.Zero));
        await host.RunJobAsync("monthly-snapshot", "2026-12");

        var (indicator, versions, acts) = await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            var followed = await db.Set<Indicator>().SingleAsync(one => one.Code == Code, Stop);
            var snapshots = await db.Set<IndicatorSnapshot>()
                .Where(snapshot => snapshot.IndicatorId == followed.Id && snapshot.Periodicity == Periodicity.Monthly).OrderBy(snapshot => snapshot.PeriodStart).ToListAsync(Stop);
            return (followed, snapshots.Select(snapshot => (snapshot.Period.ToString(), snapshot.DefinitionVersion)), await db.Set<AuditEntry>().CountAsync(act => act.Verb == "indicator.redefined", Stop));
        });
        Assert.Equal(("Charte en vigueur et publiée", 2, 1), (indicator.Name.Fr, indicator.DefinitionVersion, acts));
        Assert.Equal([("2026-10", 1), ("2026-11", 1), ("2026-12", 2)], versions);
        using var citizen = host.Commune("demnate");
        Assert.Contains("avec la définition n°\u00a01", (await citizen.PageAsync($"/fr/indicators/{Code}")).QuerySelector("#snapshots")!.Closest("section")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await host.InNationAsync(db => db.Set<AuditEntry>().CountAsync(act => act.Verb == "library.published")));

        // The nation calls figures what they were called when they were taken.
        using var reader = host.National();
        foreach (var (month, name) in new[] { ("2026-11", "Charte en vigueur"), ("2026-12", "Charte en vigueur et publiée") })
        {
            var api = await reader.JsonAsync($"/api/v1/indicators?indicator={Code}&period={month}");
            Assert.Equal(name, api.GetProperty("indicators")[0].GetProperty("name").GetProperty("fr").GetString());
            var table = (await reader.PageAsync($"/fr/dashboard?indicator={Code}&period={month}")).QuerySelector("table")!;
            Assert.Contains(table.QuerySelectorAll("th"), heading => heading.TextContent.Contains(name, StringComparison.Ordinal));
            Assert.Equal(month == "2026-12", table.TextContent.Contains("et publiée", StringComparison.Ordinal));
        }
    }
}
