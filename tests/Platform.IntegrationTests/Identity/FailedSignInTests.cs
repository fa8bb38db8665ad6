using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Identity.SignIn;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Identity;

/// <summary>Failed sign-ins stand in the audit trail, and a flood of them does not fill it.</summary>
public sealed class FailedSignInTests
{
    [Fact]
    public async Task The_first_failure_and_the_beginning_of_waiting_are_written_down_and_nothing_that_was_typed()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        var newcomer = await Newcomer.InviteAsync(host, "demnate", "amina@demnate.ma", "--language", "fr");
        using var first = host.Browser("demnate.localhost");
        (await first.SubmitAsync(newcomer.Path, Newcomer.Form("Amina"))).Dispose();
        await Newcomer.SetUpAsync(host, first);

        using var browser = host.Browser("demnate.localhost");
        for (var guess = 0; guess <= Attempt.Free; guess++)
        {
            (await browser.SubmitAsync("/fr/sign-in", Newcomer.Credentials("amina@demnate.ma", "a wrong password"))).Dispose();
        }

        (await browser.SubmitAsync("/fr/sign-in", Newcomer.Credentials("stranger@demnate.ma", "a wrong password"))).Dispose();
        host.Clock.Move(Attempt.WaitAfter(Attempt.Free) + TimeSpan.FromSeconds(1));
        (await browser.SubmitAsync("/fr/sign-in", Newcomer.Credentials("amina@demnate.ma"))).Dispose();
        (await browser.SubmitAsync("/fr/sign-in/code", [("Code", "000000")])).Dispose();

        var acts = await FailuresAsync(host);
        Assert.Equal(
            [("account.sign-in-failed", "account:1"), ("account.sign-in-held", "account:1"), ("account.sign-in-failed", "account:unknown"), ("account.sign-in-failed", "account:1")],
            acts.Select(act => (act.Verb, act.Subject)));
        Assert.Contains("code", acts[^1].After, StringComparison.Ordinal);
        Assert.All(acts, act => Assert.Equal("visitor", act.Actor));
        Assert.DoesNotContain(acts, act => $"{act.Subject} {act.Reason} {act.Before} {act.After} {act.Folded}" is var all
            && (all.Contains("stranger", StringComparison.Ordinal) || all.Contains("amina", StringComparison.Ordinal) || all.Contains("wrong", StringComparison.Ordinal)));

        // People read it in words.
        using var focal = await host.SignInAsync("demnate", Role.FocalPoint);
        var shown = (await focal.PageAsync("/fr/workspace/audit")).QuerySelector("main")!.TextContent;
        Assert.Contains("Tentative de connexion échouée", shown, StringComparison.Ordinal);
        Assert.Contains("Compte inconnu", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_is_written_down_up_to_a_bound_for_each_address_and_each_site()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        async Task TryAsync(string origin, int times) => await host.InCommuneAsync("demnate", async services =>
        {
            services.GetRequiredService<CurrentPerson>().ComesFrom(origin);
            for (var i = 0; i < times; i++)
            {
                await services.GetRequiredService<FailedSignIns>().RecordAsync(null, "password", 1, TestContext.Current.CancellationToken);
            }
        });

        await TryAsync("198.51.100.1", 40);
        Assert.Equal(FailedSignIns.PerOrigin, (await FailuresAsync(host)).Count);
        for (var each = 2; each < 30; each++)
        {
            await TryAsync($"198.51.100.{each}", 5);
        }

        var acts = await FailuresAsync(host);
        Assert.Equal(FailedSignIns.PerSite, acts.Count);
        Assert.Equal("account.sign-ins-flooded", acts[^1].Verb);
        Assert.Single(acts, act => act.Verb == "account.sign-ins-flooded");

        // An hour later it is written down again.
        host.Clock.Move(TimeSpan.FromMinutes(61));
        await TryAsync("198.51.100.1", 1);
        Assert.Equal(FailedSignIns.PerSite + 1, (await FailuresAsync(host)).Count);
    }

    [Fact]
    public async Task Guesses_in_between_are_counted_and_not_written_down()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        await host.InCommuneAsync("demnate", async services =>
        {
            for (var guess = 1; guess <= 21; guess++)
            {
                await services.GetRequiredService<FailedSignIns>().RecordAsync(null, "password", guess, TestContext.Current.CancellationToken);
            }
        });

        Assert.Equal(["1", "5", "10", "20"], (await FailuresAsync(host)).Select(act => act.After!.Split("guess\":")[1].TrimEnd('}')));
    }

    private static Task<List<AuditEntry>> FailuresAsync(PlatformHost host) => host.InCommuneAsync("demnate", services => services.GetRequiredService<CommuneContext>()
        .Set<AuditEntry>().AsNoTracking().Where(entry => entry.Verb.StartsWith("account.sign-in-") || entry.Verb == "account.sign-ins-flooded").OrderBy(entry => entry.Id)
        .ToListAsync(TestContext.Current.CancellationToken));
}
