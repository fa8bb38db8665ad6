using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Platform.Identity.Accounts;
using Platform.Identity.SignIn;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Identity;

public sealed class GuessingTests
{
    [Fact]
    public async Task Guesses_wait_longer_and_longer_and_tell_nothing_of_whether_there_is_an_account()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        var newcomer = await Newcomer.InviteAsync(host, "demnate", "amina@demnate.ma");
        using var browser = host.Browser("demnate.localhost");
        (await browser.SubmitAsync(newcomer.Path, Newcomer.Form("Amina"))).Dispose();

        var known = await GuessAsync(host, "amina@demnate.ma", Attempt.Free + 2);
        var unknown = await GuessAsync(host, "nobody@demnate.ma", Attempt.Free + 2);
        Assert.Equal(known, unknown);
        Assert.NotEqual(known[0], known[^1]);

        // Even the right password waits now, and is let in afterwards.
        using var visitor = host.Browser("demnate.localhost");
        using var early = await visitor.SubmitAsync("/fr/sign-in", Newcomer.Credentials("amina@demnate.ma"));
        Assert.Equal(HttpStatusCode.BadRequest, early.StatusCode);
        host.Clock.Move(Attempt.WaitAfter(Attempt.Free) + TimeSpan.FromSeconds(1));
        using var later = await visitor.SubmitAsync("/fr/sign-in", Newcomer.Credentials("amina@demnate.ma"));
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
    }

    [Fact]
    public void Waiting_doubles_up_to_half_an_hour()
    {
        Assert.Equal(TimeSpan.FromSeconds(30), Attempt.WaitAfter(5));
        Assert.Equal(TimeSpan.FromSeconds(60), Attempt.WaitAfter(6));
        Assert.Equal(TimeSpan.FromMinutes(4), Attempt.WaitAfter(8));
        Assert.Equal(TimeSpan.FromMinutes(30), Attempt.WaitAfter(99));
    }

    [Fact]
    public async Task As_much_work_is_done_for_nobody_as_for_somebody()
    {
        CountingHasher? hasher = null;
        await using var host = await PlatformHost.StartAsync(options =>
        {
            options.Communes = ["demnate"];
            options.Services = services => services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<Account>>(
                provider => hasher ??= new(new PlatformHasher(provider.GetRequiredService<IOptions<PasswordHasherOptions>>()))));
        });
        var newcomer = await Newcomer.InviteAsync(host, "demnate", "amina@demnate.ma");
        using var browser = host.Browser("demnate.localhost");
        (await browser.SubmitAsync(newcomer.Path, Newcomer.Form("Amina"))).Dispose();
        using var visitor = host.Browser("demnate.localhost");
        var page = await visitor.PageAsync("/fr/sign-in");

        // The same statements reach the database, and the password is hashed as often: the hash is what takes the time.
        async Task<(int Queries, int Hashes)> CostAsync(string mail)
        {
            host.Queries.Clear();
            hasher!.Count = 0;
            (await visitor.SubmitAsync(page, "/fr/sign-in", Newcomer.Credentials(mail, "not the right one"))).Dispose();
            return (host.Queries.Commands.Count, hasher.Count);
        }

        await CostAsync("warm@demnate.ma");
        Assert.Equal(await CostAsync("amina@demnate.ma"), await CostAsync("nobody@demnate.ma"));
    }

    [Fact]
    public async Task A_forgotten_password_is_answered_alike_and_mailed_to_the_owner_alone()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        var newcomer = await Newcomer.InviteAsync(host, "demnate", "amina@demnate.ma", "--language", "fr");
        using var first = host.Browser("demnate.localhost");
        (await first.SubmitAsync(newcomer.Path, Newcomer.Form("Amina"))).Dispose();
        await Newcomer.SetUpAsync(host, first);
        var before = (await host.MailsAsync("demnate")).Count;

        using var browser = host.Browser("demnate.localhost");
        using var known = await browser.SubmitAsync("/fr/sign-in/forgotten", [("Mail", "amina@demnate.ma")]);
        using var unknown = await browser.SubmitAsync("/fr/sign-in/forgotten", [("Mail", "nobody@demnate.ma")]);
        Assert.Equal((await known.PageAsync()).QuerySelector("main")!.TextContent, (await unknown.PageAsync()).QuerySelector("main")!.TextContent);
        var mails = (await host.MailsAsync("demnate")).Skip(before).ToList();
        var mail = Assert.Single(mails);
        Assert.Equal("amina@demnate.ma", mail.To);

        // The new password ends every session and opens none.
        var path = Newcomer.PathIn(mail.Text);
        using var changed = await browser.SubmitAsync(path, [("Input.Password", "cinq moutons noirs"), ("Input.Again", "cinq moutons noirs")]);
        Assert.Equal("/fr/sign-in", changed.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, await first.StatusAsync("/fr/workspace"));
        await browser.PageAsync(path, HttpStatusCode.Gone);
        using var old = await browser.SubmitAsync("/fr/sign-in", Newcomer.Credentials("amina@demnate.ma"));
        Assert.Equal(HttpStatusCode.BadRequest, old.StatusCode);
        using var @new = await browser.SubmitAsync("/fr/sign-in", Newcomer.Credentials("amina@demnate.ma", "cinq moutons noirs"));
        Assert.Equal("/fr/sign-in/code", @new.Headers.Location?.OriginalString);
    }

    private sealed class CountingHasher(PlatformHasher inner) : IPasswordHasher<Account>
    {
        public int Count { get; set; }

        public string HashPassword(Account user, string password)
        {
            Count++;
            return inner.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Count++;
            return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }

    private static async Task<List<string>> GuessAsync(PlatformHost host, string mail, int times)
    {
        using var browser = host.Browser("demnate.localhost");
        var answers = new List<string>();
        for (var i = 0; i < times; i++)
        {
            using var answer = await browser.SubmitAsync("/fr/sign-in", Newcomer.Credentials(mail, $"guess number {i}"));
            answers.Add($"{(int)answer.StatusCode} {(await answer.PageAsync(HttpStatusCode.BadRequest)).QuerySelector(".error-summary")!.TextContent.Trim()}");
        }

        return answers;
    }
}
