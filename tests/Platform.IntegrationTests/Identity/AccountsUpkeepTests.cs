using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Composition.Jobs;
using Platform.Data;
using Platform.Identity.Accounts;
using Platform.Identity.Invitations;
using Platform.Identity.Links;
using Platform.Identity.Sessions;
using Platform.Identity.SignIn;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Identity;

/// <summary>What is over is kept for as long as configuration says, and what still opens something stays.</summary>
public sealed class AccountsUpkeepTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commune_forgets_what_is_over_after_the_time_that_is_configured()
    {
        await using var host = await PlatformHost.StartAsync(options =>
        {
            options.Communes = ["demnate"];
            options.Settings["Accounts:Keep:SessionDays"] = "10";
            options.Settings["Accounts:Keep:LinkDays"] = "20";
        });
        await host.InCommuneAsync("demnate", FillAsync);
        Task<Kept> NightAsync(int days) => NightAfterAsync(host, days, () => host.RunJobAsync("nightly-maintenance", "2026-11-23"), () => host.InCommuneAsync("demnate", services => CountAsync(services.GetRequiredService<CommuneContext>())));

        Assert.Equal(new Kept(Sessions: 1, Attempts: 1, Devices: 1, Links: 2, Invitations: 2), await NightAsync(0));
        Assert.Equal(new Kept(1, 1, 1, 2, 2), await NightAsync(9));
        Assert.Equal(new Kept(0, 0, 1, 2, 2), await NightAsync(2));
        Assert.Equal(new Kept(0, 0, 1, 0, 2), await NightAsync(11));
        Assert.Equal(new Kept(0, 0, 1, 0, 2), await NightAsync(66));
        Assert.Equal(new Kept(0, 0, 1, 0, 0), await NightAsync(6));
        Assert.Equal(new Kept(0, 0, 1, 0, 0), await NightAsync(305));
        Assert.Equal(new Kept(0, 0, 0, 0, 0), await NightAsync(3));

        // The account itself, and what it did, stay.
        Assert.Equal(1, await host.InCommuneAsync("demnate", services => services.GetRequiredService<CommuneContext>().Set<Account>().CountAsync(Stop)));
    }

    [Fact]
    public async Task The_nation_forgets_too_and_a_session_that_is_open_stays()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CurrentSite>().NationalAddress = "http://localhost";
            await FillAsync(scope.ServiceProvider);
        }

        host.Clock.Move(TimeSpan.FromDays(500));
        using var officer = await host.SignInNationallyAsync(Role.Operator);
        await host.Services.GetRequiredService<NationalUpkeep>().RunAsync(Stop);

        Assert.Equal(new Kept(1, 0, 0, 0, 0), await host.InNationAsync(CountAsync));
        await officer.PageAsync("/fr/workspace");
    }

    private static async Task<Kept> NightAfterAsync(PlatformHost host, int days, Func<Task> night, Func<Task<Kept>> count)
    {
        host.Clock.Move(TimeSpan.FromDays(days));
        await night();
        return await count();
    }

    /// <summary>One of everything: a session, a browser, a guess; a link used and one not; an invitation taken back and one that runs out.</summary>
    private static async Task FillAsync(IServiceProvider services)
    {
        var (site, now) = (services.GetRequiredService<SiteAccounts>(), services.GetRequiredService<TimeProvider>().UtcNow());
        var account = new Account("amina@example.ma", "Amina", Language.French, "system:tests", now);
        site.Db.Add(account);
        await site.Db.SaveChangesAsync(Stop);
        await services.GetRequiredService<SessionBook>().OpenAsync(account, "Test", null, secondFactor: true, Stop);
        site.Db.Add(new KnownDevice(account, Secret.DigestOf("device"), now));
        await services.GetRequiredService<Attempts>().BeginAsync(Attempts.OfPassword("nobody@example.ma"), Stop);
        var links = services.GetRequiredService<LinkDesk>();
        await links.NewAsync(account, LinkPurpose.NewPassword, "/x", null, Stop);
        await site.Db.SaveChangesAsync(Stop);
        await links.NewAsync(account, LinkPurpose.NewPassword, "/x", null, Stop);
        var desk = services.GetRequiredService<InvitationDesk>();
        var role = site.Roles[0];
        await desk.InviteAsync(new("a@example.ma", role, [], Language.French), Stop);
        await desk.InviteAsync(new("a@example.ma", role, [], Language.French), Stop);
    }

    private static async Task<Kept> CountAsync(DbContext db) => new(
        await db.Set<Session>().CountAsync(Stop),
        await db.Set<Attempt>().CountAsync(Stop),
        await db.Set<KnownDevice>().CountAsync(Stop),
        await db.Set<AccountLink>().CountAsync(Stop),
        await db.Set<Invitation>().CountAsync(Stop));

    private sealed record Kept(int Sessions, int Attempts, int Devices, int Links, int Invitations);
}
