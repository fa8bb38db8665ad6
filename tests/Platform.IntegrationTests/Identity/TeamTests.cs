using System.Net;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Identity;

public sealed class TeamTests
{
    [Fact]
    public async Task A_focal_point_invites_entrusts_and_blocks()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var focal = await host.SignInAsync("demnate", Role.FocalPoint);
        using var empty = await focal.SubmitAsync("/fr/workspace/team/invite", [("Input.Mail", "x@demnate.ma"), ("Input.Role", "TeamMember")]);
        await empty.PageAsync(HttpStatusCode.BadRequest);
        using var sent = await focal.SubmitAsync("/fr/workspace/team/invite", [("Input.Mail", "karim@demnate.ma"), ("Input.Role", "TeamMember"), ("Input.Areas", "Charter"), ("Input.Areas", "ActionPlan")]);
        Assert.Equal("/fr/workspace/team", sent.Headers.Location?.OriginalString);
        Assert.Contains("karim@demnate.ma", (await focal.PageAsync("/fr/workspace/team")).Body!.TextContent, StringComparison.Ordinal);
        var mail = Assert.Single(await host.MailsAsync("demnate"));

        using var karim = host.Browser("demnate.localhost");
        (await karim.SubmitAsync(Newcomer.PathIn(mail.Text), Newcomer.Form("Karim"))).Dispose();
        await Newcomer.SetUpAsync(host, karim);
        await karim.PageAsync("/fr/workspace");
        Assert.Equal(HttpStatusCode.Forbidden, await karim.StatusAsync("/fr/workspace/team"));

        var list = await focal.PageAsync("/fr/workspace/team");
        var href = list.QuerySelectorAll("tbody a").Single(link => link.TextContent == "Karim").GetAttribute("href")!;
        using var entrusted = await focal.SubmitAsync(href, [("Input.Role", "TeamMember"), ("Input.Areas", "Team")]);
        Assert.Equal(HttpStatusCode.Redirect, entrusted.StatusCode);
        await karim.PageAsync("/fr/workspace/team");

        using var blocked = await focal.SubmitAsync(href, [], "form[action*='Block']");
        Assert.Equal(HttpStatusCode.Redirect, blocked.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await karim.StatusAsync("/fr/workspace"));
    }

    [Fact]
    public async Task The_last_focal_point_cannot_shut_the_door_behind_themselves()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var focal = await host.SignInAsync("demnate", Role.FocalPoint);
        var own = $"/fr/workspace/team/{focal.Person.Account}";

        using var demoted = await focal.SubmitAsync(own, [("Input.Role", "CommitteeMember")]);
        await demoted.PageAsync(HttpStatusCode.BadRequest);
        using var blocked = await focal.SubmitAsync(own, [], "form[action*='Block']");
        await blocked.PageAsync(HttpStatusCode.BadRequest);
        await host.AddPersonAsync("demnate", Role.FocalPoint);
        using var now = await focal.SubmitAsync(own, [("Input.Role", "CommitteeMember")]);
        Assert.Equal(HttpStatusCode.Redirect, now.StatusCode);
    }

    [Fact]
    public async Task Staff_of_the_nation_are_managed_by_operators_alone()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var chief = await host.SignInNationallyAsync(Role.Operator);
        using var analyst = await host.SignInNationallyAsync(Role.Analyst);
        Assert.Equal(HttpStatusCode.Forbidden, await analyst.StatusAsync("/fr/workspace/staff"));
        using var wrong = await chief.SubmitAsync("/fr/workspace/staff/invite", [("Input.Mail", "a@dgct.ma"), ("Input.Role", "Analyst")]);
        Assert.Equal(HttpStatusCode.Redirect, wrong.StatusCode);
        await chief.PageAsync($"/fr/workspace/staff/{analyst.Person.Account}");
        await chief.PageAsync("/fr/workspace/staff/9999", HttpStatusCode.NotFound);
        await chief.PageAsync("/fr/workspace/team", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_dangerous_page_asks_again_after_ten_minutes_and_leads_back()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        var newcomer = await Newcomer.InviteAsync(host, "demnate", "amina@demnate.ma", "--language", "fr");
        using var browser = host.Browser("demnate.localhost");
        (await browser.SubmitAsync(newcomer.Path, Newcomer.Form("Amina"))).Dispose();
        await Newcomer.SetUpAsync(host, browser);
        await browser.PageAsync("/fr/workspace/team/invite");

        host.Clock.Move(TimeSpan.FromMinutes(11));
        using var asked = await browser.GetAsync(new Uri("/fr/workspace/team/invite", UriKind.Relative), TestContext.Current.CancellationToken);
        var confirm = asked.Headers.Location!.OriginalString;
        Assert.StartsWith("/fr/account/confirm?return=", confirm, StringComparison.Ordinal);
        using var wrong = await browser.SubmitAsync(confirm, [("Password", "not this one at all")]);
        await wrong.PageAsync(HttpStatusCode.BadRequest);
        using var right = await browser.SubmitAsync(confirm, [("Password", Newcomer.Password)]);
        Assert.Equal("/fr/workspace/team/invite", right.Headers.Location?.OriginalString);
        await browser.PageAsync("/fr/workspace/team/invite");
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended_and_end_by_themselves()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        var newcomer = await Newcomer.InviteAsync(host, "demnate", "amina@demnate.ma", "--language", "fr");
        using var first = host.Browser("demnate.localhost");
        (await first.SubmitAsync(newcomer.Path, Newcomer.Form("Amina"))).Dispose();
        var secret = await Newcomer.SetUpAsync(host, first);
        host.Clock.Move(TimeSpan.FromMinutes(2));
        var mails = (await host.MailsAsync("demnate")).Count;
        using var second = host.Browser("demnate.localhost");
        (await second.SubmitAsync("/fr/sign-in", Newcomer.Credentials("amina@demnate.ma"))).Dispose();
        (await second.SubmitAsync("/fr/sign-in/code", [("Code", Newcomer.CodeNow(host, secret))])).Dispose();

        // The sign-in from a browser not seen before is told by mail.
        Assert.Equal(mails + 1, (await host.MailsAsync("demnate")).Count);
        Assert.Equal(2, (await first.PageAsync("/fr/account/sessions")).QuerySelectorAll("tbody tr").Length);
        (await first.SubmitAsync("/fr/account/sessions", [], "form[action*='EndOthers']")).Dispose();
        Assert.Equal(HttpStatusCode.Redirect, await second.StatusAsync("/fr/workspace"));
        await first.PageAsync("/fr/workspace");
        host.Clock.Move(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.Redirect, await first.StatusAsync("/fr/workspace"));
    }
}
