using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Identity.Accounts;
using Platform.Identity.Team;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Identity;

public sealed class TeamTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

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
    public async Task Two_focal_points_who_shut_each_other_out_at_once_leave_one()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        var other = await host.AddPersonAsync("demnate", Role.FocalPoint);
        using var focal = await host.SignInAsync("demnate", Role.FocalPoint);
        var path = $"/fr/workspace/team/{other.Account}";
        var page = await focal.PageAsync(path);

        host.Meddler.BeforeSaving<Account>(() => host.InCommuneAsync("demnate", async services =>
        {
            var membership = services.GetRequiredService<Membership>();
            Assert.Equal(MembershipChange.Done, await membership.BlockAsync((await membership.FindAsync(focal.Person.Account, Stop))!, Stop));
        }));
        using var blocked = await focal.SubmitAsync(page, path, [], "form[action*='Block']");

        Assert.True(host.Meddler.HasActed);
        Assert.Equal(HttpStatusCode.BadRequest, blocked.StatusCode);
        Assert.Equal([other.Account], await host.InCommuneAsync("demnate", services => services.GetRequiredService<CommuneContext>().Set<Account>()
            .Where(account => account.BlockedAt == null && account.Roles.Any(role => role.Role == Role.FocalPoint)).Select(account => account.Id).ToListAsync(Stop)));
    }

    [Fact]
    public async Task Who_is_entrusted_with_the_team_alone_becomes_no_focal_point_and_neither_makes_nor_touches_one()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        var focal = await host.AddPersonAsync("demnate", Role.FocalPoint);
        using var member = await host.SignInAsync("demnate", Role.TeamMember, Area.Team);
        var invite = await member.PageAsync("/fr/workspace/team/invite");
        var token = invite.QuerySelector("form.form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var account in new[] { focal.Account, member.Person.Account })
        {
            var path = $"/fr/workspace/team/{account}";
            Assert.Null((await member.PageAsync(path)).QuerySelector("form.form, form[action*='handler']"));
            foreach (var act in new[] { "", "?handler=Block", "?handler=Unblock", "?handler=Remove", "?handler=Forget" })
            {
                using var fields = new FormUrlEncodedContent([new("Input.Role", "FocalPoint"), new("__RequestVerificationToken", token)]);
                using var answer = await member.PostAsync(new Uri(path + act, UriKind.Relative), fields, Stop);
                Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{path}{act} answers {answer.StatusCode}.");
            }
        }

        using var invited = await member.SubmitAsync(invite, "/fr/workspace/team/invite", [("Input.Mail", "friend@demnate.ma"), ("Input.Role", "FocalPoint")]);
        await invited.PageAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_password_is_not_said_to_be_changed_where_the_account_was_changed_in_the_same_moment()
    {
        const string Path = "/fr/account/password";
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var amina = await host.SignInAsync("demnate", Role.Citizen);
        var page = await amina.PageAsync(Path);

        host.Meddler.BeforeSaving<Account>(() => host.InCommuneAsync("demnate", async services =>
        {
            var users = services.GetRequiredService<UserManager<Account>>();
            var account = (await users.FindByIdAsync($"{amina.Person.Account}"))!;
            account.Rename("Amina");
            Assert.True((await users.UpdateAsync(account)).Succeeded);
        }));
        using var changed = await amina.SubmitAsync(page, Path, [("Input.Password", Newcomer.Password), ("Input.Again", Newcomer.Password)]);

        Assert.True(host.Meddler.HasActed);
        Assert.NotNull((await changed.PageAsync(HttpStatusCode.Conflict)).QuerySelector(".error-summary"));
        Assert.Empty(await host.MailsAsync("demnate"));
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
        using var keys = await browser.GetAsync(new Uri("/fr/workspace/access-keys", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.StartsWith("/fr/account/confirm?return=", keys.Headers.Location!.OriginalString, StringComparison.Ordinal);
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
