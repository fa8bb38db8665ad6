using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Workspace;

/// <summary>The commune's list of neighbourhoods, as its team keeps it.</summary>
public sealed class NeighbourhoodTests
{
    private const string List = "/fr/workspace/neighbourhoods";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_that_is_pasted_again_adds_what_is_new_and_puts_back_what_was_taken_off()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["larache"]);
        using var team = await host.SignInAsync("larache", Role.TeamMember, Area.Identity);

        await AddAsync(team, "حي التجربة الأول\nحي التجربة الثاني");
        var first = (await team.PageAsync(List)).QuerySelectorAll($"a[href^='{List}/']").Single(link => link.TextContent.Contains("الأول", StringComparison.Ordinal));
        using (var removed = await team.SubmitAsync(first.GetAttribute("href")!, [], "form[action$='handler=Remove']"))
        {
            Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        }

        await AddAsync(team, "حي التجربة الأول\nحي التجربة الثاني\nحي التجربة الثالث");
        await AddAsync(team, "حي التجربة الأول\nحي التجربة الثاني\nحي التجربة الثالث");

        Assert.Equal(3, (await team.PageAsync(List)).QuerySelectorAll("ul.list-columns a").Count(link => link.TextContent.Contains("حي التجربة", StringComparison.Ordinal)));
        Assert.Equal(
            ["neighbourhood.added", "neighbourhood.removed", "neighbourhood.added", "neighbourhood.put-back"],
            await host.InCommuneAsync("larache", services => services.GetRequiredService<CommuneContext>().Set<AuditEntry>()
                .Where(entry => entry.Verb.StartsWith("neighbourhood.")).OrderBy(entry => entry.Id).Select(entry => entry.Verb).ToListAsync(Stop)));
    }

    private static async Task AddAsync(HttpClient team, string names)
    {
        using var added = await team.SubmitAsync(List, [("Names.Ar", names)], "form[data-keep=neighbourhoods]");
        Assert.True(added.StatusCode == HttpStatusCode.Redirect, await added.Content.ReadAsStringAsync(Stop));
    }
}
