using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Mail;
using Platform.IntegrationTests.Auditing;
using Platform.IntegrationTests.Mailing;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Records;

/// <summary>What people can do with mails that did not get through.</summary>
public sealed class FailedMailPageTests : IAsyncLifetime
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private MailServer refusing = null!;
    private PlatformHost host = null!;
    private SignedInClient focal = null!;

    public async ValueTask InitializeAsync()
    {
        refusing = await MailServer.StartAsync(new() { Refuse = ["a@example.ma", "b@example.ma"], Busy = ["c@example.ma"] });
        host = await MailHost.StartAsync(refusing);
        focal = await host.SignInAsync("demnate", Role.FocalPoint);
        foreach (var to in new[] { "a@example.ma", "b@example.ma", "c@example.ma" })
        {
            await host.WriteAsync(to);
        }

        await host.DeliverAsync();
    }

    public async ValueTask DisposeAsync()
    {
        focal.Dispose();
        await host.DisposeAsync();
        await refusing.DisposeAsync();
    }

    [Fact]
    public async Task Mails_are_listed_with_what_kept_them_in_plain_words_and_looking_is_recorded()
    {
        var page = await focal.PageAsync("/fr/workspace/mails");

        var cards = page.QuerySelectorAll(".mails > li").Select(card => card.TextContent).ToList();
        Assert.Equal(3, cards.Count);
        Assert.Contains("c@example.ma", cards[0], StringComparison.Ordinal);
        Assert.Contains("La boîte du destinataire ne peut pas recevoir", cards[0], StringComparison.Ordinal);
        Assert.Contains("Cette adresse n’existe pas", cards[1], StringComparison.Ordinal);
        Assert.DoesNotContain("invitation?code=", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Single(await host.EntriesAsync(), entry => entry.Verb == "mail.failures-read" && entry.Actor == $"account:{focal.Person.Account}");
        Assert.Contains("هذا العنوان غير موجود", (await focal.PageAsync("/ar/workspace/mails")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_is_sent_again_from_its_first_attempt()
    {
        await using var taking = await RestartAsync();

        using var answer = await focal.SubmitAsync("/ar/workspace/mails", [], "#mail-1 form[action*=resend]");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var waiting = (await host.OutboxAsync())[0];
        Assert.Equal((0, null, null), (waiting.Attempts, waiting.FailedAt, waiting.Problem));
        await host.DeliverAsync();
        Assert.Equal("a@example.ma", (await taking.NextAsync()).To);
        Assert.Single(await host.EntriesAsync(), entry => entry.Verb == "mail.sent-again" && entry.Subject == "mail:1");
    }

    [Fact]
    public async Task All_that_were_given_up_are_sent_again_together()
    {
        await using var taking = await RestartAsync();

        using var answer = await focal.SubmitAsync("/ar/workspace/mails", [], "form[action*=resendAll]");
        await host.DeliverAsync();

        Assert.Equal(["a@example.ma", "b@example.ma"], new[] { (await taking.NextAsync()).To, (await taking.NextAsync()).To });
    }

    [Fact]
    public async Task One_is_discarded_for_a_reason_that_is_kept()
    {
        using var refused = await focal.SubmitAsync("/fr/workspace/mails", [("reason", " \u202E ")], "#mail-1 form[action*=discard]");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Dites pourquoi", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.Equal(3, (await host.OutboxAsync()).Count);
        using var tooLong = await focal.SubmitAsync("/fr/workspace/mails", [("reason", new string('x', 1001))], "#mail-1 form[action*=discard]");
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);

        using var answer = await focal.SubmitAsync("/fr/workspace/mails", [("reason", "Adresse fautive")], "#mail-1 form[action*=discard]");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(2, (await host.OutboxAsync()).Count);
        var entry = Assert.Single(await host.EntriesAsync(), entry => entry.Verb == "mail.discarded");
        Assert.Equal(("mail:1", "Adresse fautive"), (entry.Subject, entry.Reason));
        Assert.True((await host.VerifyAsync()).Holds);

        // Somebody else was faster: said, not a fault.
        using var again = await focal.SubmitAsync("/fr/workspace/mails", [("reason", "x"), ("id", "1")], "#mail-2 form[action*=discard]");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(2, (await host.OutboxAsync()).Count);
    }

    [Fact]
    public async Task Without_the_forms_token_nothing_happens()
    {
        using var content = new FormUrlEncodedContent([new("id", "1"), new("reason", "x")]);
        using var answer = await focal.PostAsync(new Uri("/fr/workspace/mails?handler=discard", UriKind.Relative), content, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(3, (await host.OutboxAsync()).Count);
    }

    [Fact]
    public async Task The_first_page_of_the_workspace_says_it_to_those_who_may_see_them()
    {
        Assert.Contains("2 messages ne sont pas arrivés", (await focal.PageAsync("/fr/workspace")).Body!.TextContent, StringComparison.Ordinal);
        using var other = await host.SignInAsync("demnate", Role.TeamMember, Area.Charter);
        Assert.DoesNotContain("ne sont pas arrivés", (await other.PageAsync("/fr/workspace")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_see_the_number_of_each_commune_and_no_address()
    {
        await host.Services.GetRequiredService<Composition.Mailing.MailRounds>().LookAsync(Stop);
        using var staff = await host.SignInNationallyAsync(Role.Operator);

        var page = await staff.PageAsync("/fr/workspace/mails");

        var row = page.QuerySelector("tbody tr")!;
        Assert.Contains("Demnate", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2", "1"], row.QuerySelectorAll("td.num").Select(cell => cell.TextContent));
        Assert.DoesNotContain("@example.ma", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    /// <summary>The server's quarrel is over.</summary>
    private async Task<MailServer> RestartAsync()
    {
        await refusing.DisposeAsync();
        return await MailServer.StartAsync(new() { Port = refusing.Port });
    }
}
