using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Mail;
using Platform.Data.Outbox;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Tenancy.Catalog;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Commitments.Charter.CharterDraftingTests;

namespace Platform.IntegrationTests.NationalLevel;

/// <summary>Operators add, close, open and people communes from pages; nobody waits for a site to be made, and every act stands in the national trail.</summary>
public sealed class CommuneOfficeTests
{
    private const string Office = "/fr/workspace/communes";
    private const string Khenifra = "05.301.01.01";

    [Theory]
    [InlineData("خنيفرة")]
    [InlineData("خنيفره")]
    [InlineData("KHÉNIFRA")]
    [InlineData("05.301.01")]
    public async Task Any_commune_of_the_country_is_found_by_name_or_code_and_opened_without_waiting(string words)
    {
        await using var host = await StartAsync();
        using var @operator = await host.SignInNationallyAsync(Role.Operator);

        var found = await @operator.PageAsync($"{Office}/add?q={Uri.EscapeDataString(words)}");
        var choice = found.QuerySelector($"a[href$='add?code={Khenifra}']")!.GetAttribute("href")!;
        using (var unreasoned = await @operator.SubmitAsync(choice, [("Reason", "")]))
        {
            var kept = await unreasoned.PageAsync(HttpStatusCode.BadRequest);
            Assert.Equal(Khenifra, kept.QuerySelector("input[name=code]")!.GetAttribute("value"));
        }

        await DoneAsync(@operator.SubmitAsync(choice, [("Reason", "Délibération n° 12")]));
        await SettledAsync(host, "khenifra");

        Assert.Equal(CommuneState.Active, (await TenantAsync(host, "khenifra")).State);
        using var citizen = host.Commune("khenifra");
        Assert.NotEqual(HttpStatusCode.ServiceUnavailable, await citizen.StatusAsync("/ar"));
        var act = Assert.Single(await ActsAsync(host, "commune.added"), act => act.Actor.StartsWith("staff:", StringComparison.Ordinal));
        Assert.Equal(("commune:khenifra", "Délibération n° 12"), (act.Subject, act.Reason));
        Assert.NotNull((await @operator.PageAsync($"{Office}/add?code={Khenifra}")).QuerySelector("a[href$='communes/khenifra']"));
    }

    [Fact]
    public async Task A_site_that_could_not_be_made_says_why_and_is_made_when_it_is_tried_again()
    {
        await using var host = await StartAsync();
        using var @operator = await host.SignInNationallyAsync(Role.Operator);
        var inTheWay = Directory.CreateDirectory(Path.Combine(host.DataFolder, "communes", "khenifra.db"));

        await DoneAsync(@operator.SubmitAsync($"{Office}/add?code={Khenifra}", [("Reason", "x")]));
        await SettledAsync(host, "khenifra");
        var failed = await @operator.PageAsync($"{Office}/khenifra");
        Assert.NotEmpty(failed.QuerySelector(".notice-danger .technical")!.TextContent);
        Assert.Contains("khenifra", (await @operator.PageAsync($"{Office}?state=failed")).QuerySelector("table")!.InnerHtml, StringComparison.Ordinal);
        Assert.NotNull((await @operator.PageAsync("/fr/workspace")).QuerySelector(".work a[href$='state=failed']"));

        inTheWay.Delete();
        await DoneAsync(@operator.SubmitAsync($"{Office}/khenifra", [], "form[action$='Make']"));
        await SettledAsync(host, "khenifra");
        Assert.Equal((CommuneState.Active, null), ((await TenantAsync(host, "khenifra")).State, (await TenantAsync(host, "khenifra")).LastError));
    }

    [Fact]
    public async Task Closing_a_site_asks_who_it_is_and_why_and_opening_it_asks_why()
    {
        await using var host = await StartAsync();
        using var @operator = await host.SignInNationallyAsync(Role.Operator);
        using var citizen = host.Commune("demnate");
        using (var unreasoned = await @operator.SubmitAsync($"{Office}/demnate/suspend", [("Reason", " ")]))
        {
            Assert.Equal(HttpStatusCode.BadRequest, unreasoned.StatusCode);
        }

        host.Clock.Move(TimeSpan.FromMinutes(11));
        using (var asked = await @operator.GetAsync(new Uri($"{Office}/demnate/suspend", UriKind.Relative), TestContext.Current.CancellationToken))
        {
            Assert.StartsWith("/fr/account/confirm", asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        using var again = await host.SignInNationallyAsync(Role.Operator);
        await DoneAsync(again.SubmitAsync($"{Office}/demnate/suspend", [("Reason", "Conseil dissous")]));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await citizen.StatusAsync("/ar"));
        Assert.Null((await again.PageAsync($"{Office}/demnate")).QuerySelector("a[href$='/invite']"));

        await DoneAsync(again.SubmitAsync($"{Office}/demnate", [("Reason", "Nouveau conseil")], "form[action$='Resume']"));
        Assert.NotEqual(HttpStatusCode.ServiceUnavailable, await citizen.StatusAsync("/ar"));
        Assert.Equal("Conseil dissous", Assert.Single(await ActsAsync(host, "commune.suspended")).Reason);
        Assert.Equal("Nouveau conseil", Assert.Single(await ActsAsync(host, "commune.resumed")).Reason);
    }

    [Fact]
    public async Task An_invitation_is_mailed_and_its_link_shown_once_and_the_nation_keeps_no_address()
    {
        await using var host = await StartAsync();
        using var @operator = await host.SignInNationallyAsync(Role.Operator);
        using (var wrong = await @operator.SubmitAsync($"{Office}/demnate/invite", [("Mail", "nobody")]))
        {
            Assert.Equal("nobody", (await wrong.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("input[name=Mail]")!.GetAttribute("value"));
        }

        using var sent = await @operator.SubmitAsync($"{Office}/demnate/invite", [("Mail", "focal@example.ma"), ("LanguageOfMail", "fr")]);
        var link = (await sent.PageAsync()).QuerySelector("code")!.TextContent;

        Assert.StartsWith("http://demnate.localhost/fr/invitation?token=", link, StringComparison.Ordinal);
        Assert.DoesNotContain("token=", (await @operator.PageAsync($"{Office}/demnate/invite")).Body!.InnerHtml, StringComparison.Ordinal);
        using var invited = host.Commune("demnate");
        Assert.Equal(HttpStatusCode.OK, await invited.StatusAsync(new Uri(link).PathAndQuery));
        var (mail, actor, origin) = await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            var message = await db.Set<OutboxMessage>().SingleAsync(message => message.Kind == OutgoingMail.Kind);
            var act = await db.Set<AuditEntry>().SingleAsync(act => act.Verb == "invitation.sent");
            return (message.Read<OutgoingMail>(), act.Actor, act.Origin);
        });
        Assert.Contains(link, mail.Text, StringComparison.Ordinal);
        Assert.Equal(("focal@example.ma", $"staff:{@operator.Person.Account}", null), (mail.To, actor, origin));
        var act = Assert.Single(await ActsAsync(host, "commune.member-invited"));
        Assert.DoesNotContain("focal@example.ma", $"{act.Subject} {act.Reason} {act.Before} {act.After}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_wrongly_is_refused()
    {
        await using var host = await StartAsync();
        using var @operator = await host.SignInNationallyAsync(Role.Operator);
        using var officer = await host.SignInNationallyAsync(Role.DgctOfficer);

        Assert.Equal(HttpStatusCode.BadRequest, await @operator.StatusAsync($"{Office}?state=gone"));
        Assert.Equal(HttpStatusCode.BadRequest, await @operator.StatusAsync($"{Office}?q={new string('x', 101)}"));
        Assert.Equal(HttpStatusCode.NotFound, await @operator.StatusAsync($"{Office}?page=2"));
        Assert.Equal(HttpStatusCode.NotFound, await @operator.StatusAsync($"{Office}/nowhere"));
        Assert.Equal(HttpStatusCode.NotFound, await @operator.StatusAsync($"{Office}/add?code=99.999.99.99"));
        Assert.Equal(HttpStatusCode.Forbidden, await officer.StatusAsync($"{Office}/demnate"));
    }

    private static Task<PlatformHost> StartAsync() => PlatformHost.StartAsync(options => options.Communes = ["demnate"]);

    private static Task<TenantInfo> TenantAsync(PlatformHost host, string slug) =>
        host.InNationAsync(db => db.Set<TenantInfo>().AsNoTracking().SingleAsync(tenant => tenant.Slug == slug));

    private static Task<List<AuditEntry>> ActsAsync(PlatformHost host, string verb) =>
        host.InNationAsync(db => db.Set<AuditEntry>().AsNoTracking().Where(act => act.Verb == verb).ToListAsync());

    /// <summary>Until the site is made, or could not be.</summary>
    private static async Task SettledAsync(PlatformHost host, string slug)
    {
        for (var waited = 0; waited < 600; waited++)
        {
            await using var scope = host.Services.CreateAsyncScope();
            var commune = await scope.ServiceProvider.GetRequiredService<ICommuneOffice>().FindAsync(slug, TestContext.Current.CancellationToken);
            if (commune is { BeingMade: false })
            {
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"The site of {slug} was not made within a minute.");
    }
}
