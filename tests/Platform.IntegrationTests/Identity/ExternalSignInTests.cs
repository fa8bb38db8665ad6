using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Identity.Accounts;
using Platform.Identity.ExternalSignIn;
using Platform.IntegrationTests.Commands;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Identity;

/// <summary>Signing in with an OpenID Connect provider: a real one, certified, in a process of its own.</summary>
public sealed class ExternalSignInTests
{
    private const string Way = "/fr/sign-in/with/ministry";

    [Fact]
    public async Task A_member_is_known_by_the_address_that_the_provider_vouches_for_and_still_owes_our_second_factor()
    {
        await using var provider = await ProviderAsync();
        await using var host = await HostAsync(provider);
        var newcomer = await Newcomer.InviteAsync(host, "demnate", "amina@demnate.ma", "--language", "fr");
        using var first = host.Browser("demnate.localhost");
        (await first.SubmitAsync(newcomer.Path, Newcomer.Form("Amina"))).Dispose();
        var secret = await Newcomer.SetUpAsync(host, first);
        host.Clock.Move(TimeSpan.FromMinutes(1));
        var mails = (await host.MailsAsync("demnate")).Count;

        // The button stands on the sign-in page, in both languages; the second factor is asked for as after a password.
        using var browser = host.Browser("demnate.localhost");
        var door = await browser.PageAsync("/fr/sign-in?return=%2Ffr%2Fworkspace%2Fteam");
        var button = door.QuerySelector("main a[href*='/sign-in/with/']")!;
        Assert.Equal("Continuer avec Ministère de l’intérieur", button.TextContent);
        Assert.Contains("Wizara", (await browser.PageAsync("/ar/sign-in")).QuerySelector("main a[href*='/sign-in/with/']")!.TextContent, StringComparison.Ordinal);
        await provider.LetInAsync(new("u-1", "Amina@demnate.ma", Amr: ["pwd"]));
        using var back = await provider.BringAsync(browser, button.GetAttribute("href")!);
        Assert.Equal("/fr/sign-in/code?return=%2Ffr%2Fworkspace%2Fteam", back.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/fr/workspace"));
        using var coded = await browser.SubmitAsync(back.Headers.Location!.OriginalString, [("Code", Newcomer.CodeNow(host, secret))]);
        Assert.Equal("/fr/workspace/team", coded.Headers.Location?.OriginalString);
        await browser.PageAsync("/fr/workspace/team");

        // Its owner was told by mail, sees it in the account and takes it away again, but not the only way in.
        Assert.Contains((await host.MailsAsync("demnate")).Skip(mails), mail => mail.To == "amina@demnate.ma" && mail.Text.Contains("Ministère de l’intérieur", StringComparison.Ordinal));
        Assert.Contains("Ministère de l’intérieur", (await browser.PageAsync("/fr/account")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var gone = await browser.SubmitAsync("/fr/account", [], "form[action*='Unlink']");
        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        Assert.Null((await browser.PageAsync("/fr/account")).QuerySelector("form[action*='Unlink']"));
        var verbs = await VerbsAsync(host);
        Assert.Contains("account.external-linked", verbs);
        Assert.Contains("account.external-unlinked", verbs);
    }

    [Fact]
    public async Task A_second_factor_of_the_provider_counts_where_configuration_says_so_and_an_invitation_is_taken_by_it()
    {
        await using var provider = await ProviderAsync();
        await using var host = await HostAsync(provider, ("SecondFactor:Claim", "amr"), ("SecondFactor:Values:0", "otp"));
        await Newcomer.InviteAsync(host, "demnate", "karim@demnate.ma", "--language", "fr");
        await provider.LetInAsync(new("u-2", "karim@demnate.ma", Name: "Karim Bennani", Amr: ["pwd", "otp"], Groups: ["everybody"]));

        using var browser = host.Browser("demnate.localhost");
        using var back = await provider.BringAsync(browser, Way);
        Assert.Equal("/fr/workspace", back.Headers.Location?.OriginalString);
        Assert.Contains("Karim Bennani", (await browser.PageAsync("/fr/workspace")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal([Role.FocalPoint], (await AccountAsync(host, "karim@demnate.ma")).Roles.Select(role => role.Role));

        // Without it in the token the second factor is owed here, though the account is the same.
        await provider.LetInAsync(new("u-2", "karim@demnate.ma", Amr: ["pwd"]));
        using var weaker = host.Browser("demnate.localhost");
        using var came = await provider.BringAsync(weaker, Way);
        using var asked = await weaker.GetAsync(new Uri("/fr/workspace", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.StartsWith("/fr/account/second-factor", asked.Headers.Location!.PathAndQuery, StringComparison.Ordinal);

        // A dangerous page asks again, and the provider can answer: it has to ask its user anew.
        host.Clock.Move(TimeSpan.FromMinutes(11));
        await provider.LetInAsync(new("u-2", "karim@demnate.ma", Amr: ["pwd", "otp"]));
        using var old = await browser.GetAsync(new Uri("/fr/workspace/team/invite", UriKind.Relative), TestContext.Current.CancellationToken);
        var confirm = (await browser.PageAsync(old.Headers.Location!.OriginalString)).QuerySelector("main a[href*='confirm=true']")!.GetAttribute("href")!;
        host.Clock.Move(TimeSpan.FromMinutes(-11));
        using var confirmed = await provider.BringAsync(browser, confirm);
        Assert.Equal("/fr/workspace/team/invite", confirmed.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Claims_give_the_role_that_configuration_names_and_no_other_and_take_it_back()
    {
        await using var provider = await ProviderAsync();
        await using var host = await HostAsync(
            provider,
            ("Roles:0:Claim", "groups"), ("Roles:0:Value", "commune-plan"), ("Roles:0:Role", "TeamMember"), ("Roles:0:Areas:0", "ActionPlan"),
            ("Roles:1:Claim", "groups"), ("Roles:1:Value", "commune-chief"), ("Roles:1:Role", "FocalPoint"),
            ("SecondFactor:Claim", "acr"), ("SecondFactor:Values:0", "high"));
        await provider.LetInAsync(new("u-3", "samira@demnate.ma", Name: "Samira", Groups: ["commune-plan", "commune-chief-of-another"], Acr: "high"));

        using var browser = host.Browser("demnate.localhost");
        using var back = await provider.BringAsync(browser, Way);
        Assert.Equal("/fr/workspace", back.Headers.Location?.OriginalString);
        await browser.PageAsync("/fr/workspace/action-plan");
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusAsync("/fr/workspace/team"));
        var account = await AccountAsync(host, "samira@demnate.ma");
        Assert.Equal([(Role.TeamMember, (Area?)Area.ActionPlan)], account.Roles.Select(role => (role.Role, role.Area)));
        Assert.Equal("ministry", account.GovernedBy);

        // No password opens such an account: what the provider takes back would stay open.
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync("/fr/account/password"));
        var mails = (await host.MailsAsync("demnate")).Count;
        (await browser.SubmitAsync("/fr/sign-in/forgotten", [("Mail", "samira@demnate.ma")])).Dispose();
        Assert.Equal(mails, (await host.MailsAsync("demnate")).Count);

        // Out of the group: out of the role at the next sign-in, and every session ends.
        await provider.LetInAsync(new("u-3", "samira@demnate.ma", Groups: [], Acr: "high"));
        using var later = host.Browser("demnate.localhost");
        await ExpectRefusedAsync(provider, later, "unknown");
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/fr/workspace"));
        Assert.Empty((await AccountAsync(host, "samira@demnate.ma")).Roles);
        var verbs = await VerbsAsync(host);
        Assert.Contains("account.made-by-provider", verbs);
        Assert.Contains("account.entrusted", verbs);
        Assert.Contains("account.sign-in-failed", verbs);
    }

    [Fact]
    public async Task Whoever_is_neither_member_nor_invited_nor_named_by_a_claim_stays_outside()
    {
        await using var provider = await ProviderAsync();
        await using var host = await HostAsync(provider, ("Roles:0:Claim", "groups"), ("Roles:0:Value", "staff"), ("Roles:0:Role", "FocalPoint"));
        await host.AddPersonAsync("demnate", Role.FocalPoint);
        var member = (await InCommuneAsync(host, db => db.Set<Account>().SingleAsync(TestContext.Current.CancellationToken))).Mail;
        using var browser = host.Browser("demnate.localhost");

        await provider.LetInAsync(new("u-4", "stranger@example.ma", Groups: ["staffers"]));
        await ExpectRefusedAsync(provider, browser, "unknown");

        // A member's address, or a role, is worth nothing while the provider does not vouch for the address.
        await provider.LetInAsync(new("u-5", member, Verified: false, Groups: ["staff"]));
        await ExpectRefusedAsync(provider, browser, "mail");
        await provider.LetInAsync(new("u-6", Groups: ["staff"]));
        await ExpectRefusedAsync(provider, browser, "mail");

        // A blocked member stays blocked.
        await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            (await db.Set<Account>().SingleAsync(TestContext.Current.CancellationToken)).Block(DateTime.UtcNow);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await provider.LetInAsync(new("u-7", member, Groups: ["staff"]));
        await ExpectRefusedAsync(provider, browser, "unknown");
        Assert.Equal(1, await InCommuneAsync(host, db => db.Set<Account>().CountAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(0, await InCommuneAsync(host, db => db.Set<ExternalIdentity>().CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task What_was_begun_on_one_site_or_in_one_browser_counts_there_alone_and_once()
    {
        await using var provider = await ProviderAsync();
        await using var host = await HostAsync(provider, ("Roles:0:Claim", "groups"), ("Roles:0:Value", "staff"), ("Roles:0:Role", "Citizen"));
        await provider.LetInAsync(new("u-8", "a@demnate.ma", Groups: ["staff"]));
        using var browser = host.Browser("demnate.localhost");
        using var left = await browser.GetAsync(new Uri(Way, UriKind.Relative), TestContext.Current.CancellationToken);
        var asked = left.Headers.Location!.Query;
        Assert.Contains("code_challenge_method=S256", asked, StringComparison.Ordinal);
        Assert.Contains("response_type=code", asked, StringComparison.Ordinal);
        var back = (await provider.PassAsync(left.Headers.Location!)).PathAndQuery;
        Assert.StartsWith("/sign-in/with/ministry/back?", back, StringComparison.Ordinal);

        // At Larache, which has the same provider, with everything that Demnate's visitor holds.
        using var larache = host.Browser("larache.localhost");
        foreach (var cookie in browser.Cookies)
        {
            larache.Cookies[cookie.Key] = cookie.Value;
        }

        await ExpectExpiredAsync(larache, back);

        // In the browser of somebody whom the address was sent to; with another state; after it has been used.
        using var victim = host.Browser("demnate.localhost");
        await ExpectExpiredAsync(victim, back);
        var cookies = browser.Cookies.ToDictionary();
        await ExpectExpiredAsync(browser, back.Replace("state=", "state=x", StringComparison.Ordinal));
        Restore(browser, cookies);
        using var right = await browser.GetAsync(new Uri(back, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("/fr/workspace", right.Headers.Location?.OriginalString);
        await ExpectExpiredAsync(browser, back);

        // The code has been used: the provider refuses it, whatever the browser kept.
        using var again = host.Browser("demnate.localhost");
        Restore(again, cookies);
        using var used = await again.GetAsync(new Uri(back, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("/fr/sign-in?problem=unreachable", used.Headers.Location?.OriginalString);

        // Too late.
        using var slow = host.Browser("demnate.localhost");
        using var begun = await slow.GetAsync(new Uri(Way, UriKind.Relative), TestContext.Current.CancellationToken);
        var late = (await provider.PassAsync(begun.Headers.Location!)).PathAndQuery;
        host.Clock.Move(TimeSpan.FromMinutes(16));
        await ExpectExpiredAsync(slow, late);
    }

    [Fact]
    public async Task Providers_stand_where_they_are_configured_and_nowhere_else()
    {
        await using var provider = await ProviderAsync();
        await using var host = await HostAsync(provider);
        using var national = host.Browser("localhost");
        Assert.Null((await national.PageAsync("/fr/sign-in")).QuerySelector("main a[href*='/sign-in/with/']"));
        Assert.Equal(HttpStatusCode.NotFound, await national.StatusAsync(Way));
        using var commune = host.Browser("demnate.localhost");
        Assert.Equal(HttpStatusCode.NotFound, await commune.StatusAsync("/fr/sign-in/with/another"));
        Assert.Equal(HttpStatusCode.NotFound, await commune.StatusAsync("/sign-in/with/another/back?state=x&code=y"));
        Assert.NotNull((await commune.PageAsync("/fr/sign-in?problem=failed")).QuerySelector("main .notice-warning:not([hidden])"));
        Assert.Null((await commune.PageAsync("/fr/sign-in?problem=7")).QuerySelector("main .notice-warning:not([hidden])"));

        // A provider that is not there is told, and nothing else of the platform waits for it.
        await provider.DisposeAsync();
        using var silent = await commune.GetAsync(new Uri(Way, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("/fr/sign-in?problem=unreachable", silent.Headers.Location?.OriginalString);
        await commune.PageAsync("/fr/sign-in?problem=unreachable");
    }

    [Fact]
    public async Task Staff_come_in_through_a_provider_of_the_national_site_that_knows_us_by_a_key_and_leave_it_too()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var file = Path.Combine(Directory.CreateTempSubdirectory("key-").FullName, "client.pem");
        await File.WriteAllTextAsync(file, key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        await using var provider = await OpenIdProvider.StartAsync(["http://localhost/sign-in/with/dgct/back"], key);
        await using var host = await PlatformHost.StartAsync(options =>
        {
            options.Communes = ["demnate"];
            options.Now = DateTimeOffset.UtcNow;
            Configure(options, "SignIn:National:dgct", provider, [("ClientSecret", ""), ("ClientKeyFile", file), ("ClientKeyId", "ours"), ("Roles:0:Claim", "groups"), ("Roles:0:Value", "analysts"), ("Roles:0:Role", "Analyst"), ("SecondFactor:Claim", "acr"), ("SecondFactor:Values:0", "high")]);
        });
        await provider.LetInAsync(new("s-1", "samira@dgct.ma", Groups: ["analysts"], Acr: "high"));
        using var browser = host.Browser("localhost");
        using var came = await provider.BringAsync(browser, "/ar/sign-in/with/dgct");
        Assert.Equal("/ar/workspace", came.Headers.Location?.OriginalString);
        await browser.PageAsync("/ar/workspace");
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusAsync("/ar/workspace/staff"));

        // Signed out here, still signed in there: the page says so and leads to where the provider asks and lets go.
        using var left = await browser.SubmitAsync("/fr/sign-out", []);
        Assert.Equal("/fr/sign-in?left=dgct", left.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/ar/workspace"));
        var way = (await browser.PageAsync("/fr/sign-in?left=dgct")).QuerySelector("main .notice-info a[href$='/out']")!.GetAttribute("href")!;
        using var gone = await browser.GetAsync(new Uri(way, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.StartsWith(provider.Authority, gone.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var back = await OpenIdProvider.LeaveAsync(gone.Headers.Location);
        Assert.StartsWith("http://localhost/sign-in/with/dgct/gone", back.OriginalString, StringComparison.Ordinal);
        using var home = await browser.GetAsync(new Uri(back.PathAndQuery, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.EndsWith("/sign-in", home.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Null((await browser.PageAsync("/fr/sign-in?left=another")).QuerySelector("main .notice-info a[href$='/out']"));
    }

    [Fact]
    public async Task A_role_of_another_site_or_an_open_connection_keeps_the_platform_from_starting()
    {
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => PlatformHost.StartAsync(options =>
        {
            options.Communes = ["demnate"];
            options.Settings["SignIn:Communes:demnate:ministry:Authority"] = "http://sign-in.example.ma";
            options.Settings["SignIn:Communes:demnate:ministry:ClientId"] = "x";
            options.Settings["SignIn:Communes:demnate:ministry:ClientKeyFile"] = "/nowhere.pem";
            options.Settings["SignIn:Communes:demnate:ministry:Name:ar"] = "Wizara";
            options.Settings["SignIn:Communes:demnate:ministry:Roles:0:Claim"] = "groups";
            options.Settings["SignIn:Communes:demnate:ministry:Roles:0:Value"] = "x";
            options.Settings["SignIn:Communes:demnate:ministry:Roles:0:Role"] = "Operator";
        }));

        Assert.Equal(4, wrong.Failures.Count());
        Assert.Contains(wrong.Failures, failure => failure.Contains("https", StringComparison.Ordinal));
        Assert.Contains(wrong.Failures, failure => failure.Contains("FocalPoint", StringComparison.Ordinal));
    }

    private static Task<OpenIdProvider> ProviderAsync() =>
        OpenIdProvider.StartAsync("http://demnate.localhost/sign-in/with/ministry/back", "http://larache.localhost/sign-in/with/ministry/back");

    private static Task<PlatformHost> HostAsync(OpenIdProvider provider, params (string Key, string Value)[] more) => PlatformHost.StartAsync(options =>
    {
        options.Communes = ["demnate", "larache"];

        // The provider's clock is the machine's.
        options.Now = DateTimeOffset.UtcNow;
        Configure(options, "SignIn:Communes:demnate:ministry", provider, more);
        Configure(options, "SignIn:Communes:larache:ministry", provider, more);
    });

    private static void Configure(PlatformHostOptions options, string section, OpenIdProvider provider, (string Key, string Value)[] more)
    {
        (string Key, string Value)[] all =
        [
            ("Authority", provider.Authority), ("ClientId", OpenIdProvider.ClientId), ("ClientSecret", OpenIdProvider.ClientSecret), ("Name:fr", "Ministère de l’intérieur"), ("Name:ar", "Wizara"), .. more,
        ];
        foreach (var (key, value) in all)
        {
            options.Settings[$"{section}:{key}"] = value;
        }
    }

    private static void Restore(SignedInClient browser, Dictionary<string, string> cookies)
    {
        foreach (var cookie in cookies)
        {
            browser.Cookies[cookie.Key] = cookie.Value;
        }
    }

    private static async Task ExpectRefusedAsync(OpenIdProvider provider, SignedInClient browser, string problem)
    {
        using var back = await provider.BringAsync(browser, Way);
        Assert.Equal("/fr/sign-in?problem=" + problem, back.Headers.Location?.OriginalString);
        Assert.NotNull((await browser.PageAsync(back.Headers.Location!.OriginalString)).QuerySelector("main .notice-warning:not([hidden])"));
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/fr/workspace"));
    }

    private static async Task ExpectExpiredAsync(HttpClient browser, string back)
    {
        using var answer = await browser.GetAsync(new Uri(back, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.EndsWith("/sign-in?problem=expired", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [], cookie => cookie.StartsWith("session=", StringComparison.Ordinal));
    }

    private static Task<T> InCommuneAsync<T>(PlatformHost host, Func<CommuneContext, Task<T>> work) =>
        host.InCommuneAsync("demnate", services => work(services.GetRequiredService<CommuneContext>()));

    private static Task<Account> AccountAsync(PlatformHost host, string mail) => InCommuneAsync(
        host, db => db.Set<Account>().AsNoTracking().Include(account => account.Roles).SingleAsync(account => account.Mail == mail, TestContext.Current.CancellationToken));

    private static Task<List<string>> VerbsAsync(PlatformHost host) =>
        InCommuneAsync(host, db => db.Set<AuditEntry>().Select(entry => entry.Verb).ToListAsync(TestContext.Current.CancellationToken));
}
