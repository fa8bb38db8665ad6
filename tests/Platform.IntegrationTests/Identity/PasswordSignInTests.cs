using System.Net;
using Platform.IntegrationTests.Commands;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Identity;

public sealed class PasswordSignInTests
{
    [Fact]
    public async Task A_focal_point_comes_from_the_invitation_to_the_workspace()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        var newcomer = await Newcomer.InviteAsync(host, "demnate", "amina@demnate.ma", "--language", "fr");

        // The link shows a form and changes nothing; the form makes the account and leads to the second factor.
        using var browser = host.Browser("demnate.localhost");
        await browser.PageAsync(newcomer.Path);
        using var made = await browser.SubmitAsync(newcomer.Path, Newcomer.Form("Amina Alaoui"));
        Assert.Equal("/fr/account/second-factor", made.Headers.Location?.OriginalString);
        using var early = await browser.GetAsync(new Uri("/fr/workspace", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.StartsWith("/fr/account/second-factor", early.Headers.Location!.PathAndQuery, StringComparison.Ordinal);

        var secret = await Newcomer.SetUpAsync(host, browser);
        var home = await browser.PageAsync("/fr/workspace");
        Assert.Contains("Amina Alaoui", home.Body!.TextContent, StringComparison.Ordinal);

        // A second time: password, then a code of the app.
        host.Clock.Move(TimeSpan.FromMinutes(2));
        using var again = host.Browser("demnate.localhost");
        using var asked = await again.SubmitAsync("/fr/sign-in", Newcomer.Credentials("amina@demnate.ma"));
        Assert.Equal("/fr/sign-in/code", asked.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, await again.StatusAsync("/fr/workspace"));
        using var signedIn = await again.SubmitAsync("/fr/sign-in/code", [("Code", Newcomer.CodeNow(host, secret))]);
        Assert.Equal("/fr/workspace", signedIn.Headers.Location?.OriginalString);
        await again.PageAsync("/fr/workspace");

        // The same code a second time is no code.
        using var third = host.Browser("demnate.localhost");
        using var right = await third.SubmitAsync("/fr/sign-in", Newcomer.Credentials("amina@demnate.ma"));
        using var replayed = await third.SubmitAsync("/fr/sign-in/code", [("Code", Newcomer.CodeNow(host, secret))]);
        Assert.Equal(HttpStatusCode.BadRequest, replayed.StatusCode);
    }

    [Fact]
    public async Task An_invitation_opens_once_for_72_hours_on_its_own_site()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate", "larache"]);
        var first = await Newcomer.InviteAsync(host, "demnate", "a@demnate.ma");
        var second = await Newcomer.InviteAsync(host, "demnate", "b@demnate.ma");
        using var browser = host.Browser("demnate.localhost");

        using (var elsewhere = host.Browser("larache.localhost"))
        {
            await elsewhere.PageAsync(first.Path, HttpStatusCode.Gone);
        }

        (await browser.SubmitAsync(first.Path, Newcomer.Form("A"))).Dispose();
        await browser.PageAsync(first.Path, HttpStatusCode.Gone);
        await browser.PageAsync("/fr/invitation?token=" + new string('x', 43), HttpStatusCode.Gone);
        host.Clock.Move(TimeSpan.FromHours(72));
        await browser.PageAsync(second.Path, HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Staff_come_in_on_the_national_site_alone()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        var said = await host.OperateAsync("staff", "invite", "samira@dgct.ma", "--role", "dgct-officer", "--language", "fr");
        Assert.Equal(0, said.Code);
        var path = Newcomer.PathIn(said.Text);

        using var browser = host.Browser("localhost");
        using var made = await browser.SubmitAsync(path, Newcomer.Form("Samira"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        await Newcomer.SetUpAsync(host, browser);
        var home = await browser.PageAsync("/fr/workspace");
        Assert.NotNull(home.QuerySelector(".workspace-menu a[href='/fr/workspace/model-charter']"));
        Assert.Null(home.QuerySelector(".workspace-menu a[href='/fr/workspace/staff']"));
        using var commune = host.Browser("demnate.localhost");
        using var tried = await commune.SubmitAsync("/fr/sign-in", Newcomer.Credentials("samira@dgct.ma"));
        Assert.Equal(HttpStatusCode.BadRequest, tried.StatusCode);
    }

    [Fact]
    public async Task A_cookie_of_one_site_is_worthless_on_every_other()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate", "larache"]);
        var focal = await host.AddPersonAsync("demnate", Role.FocalPoint);
        await host.AddPersonAsync("larache", Role.FocalPoint);
        var staff = await host.AddPersonAsync(null, Role.Operator);

        using var own = host.Browser("demnate.localhost", focal);
        await own.PageAsync("/fr/workspace");
        foreach (var (address, person) in new[] { ("larache.localhost", focal), ("localhost", focal), ("demnate.localhost", staff), ("larache.localhost", staff) })
        {
            using var other = host.Browser(address, person);
            using var answer = await other.GetAsync(new Uri("/fr/account/second-factor", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.StartsWith("/fr/sign-in", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Roles_and_areas_decide_and_an_error_page_is_shown_to_the_same_person()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var citizen = await host.SignInAsync("demnate", Role.Citizen);
        Assert.Equal(HttpStatusCode.Forbidden, await citizen.StatusAsync("/fr/workspace"));
        using var member = await host.SignInAsync("demnate", Role.TeamMember, Area.Charter);
        await member.PageAsync("/fr/workspace");
        await member.PageAsync("/fr/nowhere", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_too()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        var person = await host.AddPersonAsync("demnate", Role.FocalPoint);
        using var browser = host.Browser("demnate.localhost", person);
        using var signedOut = await browser.SubmitAsync("/fr/workspace", [], "form[action$='/sign-out']");
        Assert.Equal("/fr/sign-in", signedOut.Headers.Location?.OriginalString);

        using var stolen = host.Browser("demnate.localhost", person);
        Assert.Equal(HttpStatusCode.Redirect, await stolen.StatusAsync("/fr/workspace"));
    }
}
