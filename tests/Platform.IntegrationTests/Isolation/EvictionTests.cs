using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Composition.ReadyAnswers;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Seeding;
using Platform.IntegrationTests.Identity;
using Platform.Kernel.People;
using Platform.TestKit.People;
using Platform.Ui.Sites;

namespace Platform.IntegrationTests.Isolation;

/// <summary>
/// What makes the public pages of a commune be made anew: whatever is not said to be unseen, and nothing of those who sign in. Pages grow old by themselves, so
/// how often they were emptied is looked at (<see cref="ReadyAnswerTests"/> shows what that does).
/// </summary>
public sealed class EvictionTests
{
    /// <summary>When an act was written down is no matter here.</summary>
    private static readonly DateTime Noon = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_signs_in_fails_to_or_is_invited_leaves_the_public_pages_as_they_are()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        var before = Emptied(host);

        var newcomer = await Newcomer.InviteAsync(host, "demnate", "amina@demnate.ma", "--language", "fr");
        using var browser = host.Browser("demnate.localhost");
        (await browser.SubmitAsync(newcomer.Path, Newcomer.Form("Amina"))).Dispose();
        var secret = await Newcomer.SetUpAsync(host, browser);
        (await browser.SubmitAsync("/fr/account", [("Input.Name", "Amina A."), ("Input.Language", "fr")])).Dispose();
        host.Clock.Move(TimeSpan.FromMinutes(2));
        using var again = host.Browser("demnate.localhost");
        (await again.SubmitAsync("/fr/sign-in", Newcomer.Credentials("amina@demnate.ma", "not the right one"))).Dispose();
        (await again.SubmitAsync("/fr/sign-in", Newcomer.Credentials("amina@demnate.ma"))).Dispose();
        (await again.SubmitAsync("/fr/sign-in/code", [("Code", Newcomer.CodeNow(host, secret))])).Dispose();
        await again.PageAsync("/fr/workspace");
        (await again.SubmitAsync("/fr/sign-in/forgotten", [("Mail", "amina@demnate.ma")])).Dispose();
        (await again.SubmitAsync("/fr/workspace", [], "form[action$='/sign-out']")).Dispose();

        Assert.Equal(before, Emptied(host));
    }

    [Fact]
    public async Task A_row_that_nobody_said_is_unseen_empties_them_alone_or_among_others()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        await ExpectEmptiedAsync(host, async db =>
        {
            db.Update(await AnyRowAsync(db));
            await db.SaveChangesAsync(Stop);
        });
        await ExpectEmptiedAsync(host, async db =>
        {
            db.Update(await AnyRowAsync(db));
            db.Add(AuditEntry.Of(Noon, "system:tests", "account.signed-in", "account:1"));
            await db.SaveChangesAsync(Stop);
        });
    }

    [Fact]
    public async Task A_public_act_empties_them_and_another_does_not()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        var before = Emptied(host);
        await RecordAsync(host, "account.signed-in");
        Assert.Equal(before, Emptied(host));
        await RecordAsync(host, "plan.adopted");
        Assert.NotEqual(before, Emptied(host));
    }

    [Fact]
    public async Task Rows_changed_past_the_tracker_in_a_transaction_empty_them_at_the_commit_whatever_else_is_in_it()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        await ExpectEmptiedAsync(host, async db =>
        {
            await using var transaction = await db.BeginAsync(Stop);
            db.Add(AuditEntry.Of(Noon, "system:tests", "account.signed-in", "account:1"));
            await db.SaveChangesAsync(Stop);
            await db.Set<SeedLedger>().ExecuteUpdateAsync(set => set.SetProperty(ledger => ledger.Keys, ledger => ledger.Keys), Stop);
            await transaction.CommitAsync(Stop);
        });

        // A transaction that was given up takes nothing with it into the next.
        var before = Emptied(host);
        await InCommuneAsync(host, async db =>
        {
            await using (await db.BeginAsync(Stop))
            {
                await db.Set<SeedLedger>().ExecuteDeleteAsync(Stop);
            }

            db.Add(AuditEntry.Of(Noon, "system:tests", "account.signed-in", "account:1"));
            await db.SaveChangesAsync(Stop);
        });
        Assert.Equal(before, Emptied(host));
    }

    [Fact]
    public async Task The_nation_s_pages_outlast_the_sign_ins_of_its_staff()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        var before = host.Services.GetRequiredService<ReadyAnswerStore>().GenerationOf(PublicCache.NationalTag);
        await host.AddPersonAsync(null, Role.Analyst);
        Assert.Equal(before, host.Services.GetRequiredService<ReadyAnswerStore>().GenerationOf(PublicCache.NationalTag));
    }

    private static async Task ExpectEmptiedAsync(PlatformHost host, Func<CommuneContext, Task> change)
    {
        var before = Emptied(host);
        await InCommuneAsync(host, change);
        Assert.NotEqual(before, Emptied(host));
    }

    private static Task RecordAsync(PlatformHost host, string verb) => InCommuneAsync(host, async db =>
    {
        db.Add(AuditEntry.Of(Noon, "system:tests", verb, "plan:1"));
        await db.SaveChangesAsync(Stop);
    });

    private static Task InCommuneAsync(PlatformHost host, Func<CommuneContext, Task> work) =>
        host.InCommuneAsync("demnate", services => work(services.GetRequiredService<CommuneContext>()));

    private static Task<SeedLedger> AnyRowAsync(CommuneContext db) => db.Set<SeedLedger>().OrderBy(ledger => ledger.Feature).FirstAsync(Stop);

    private static int Emptied(PlatformHost host) => host.Services.GetRequiredService<ReadyAnswerStore>().GenerationOf(PublicCache.TagOf("demnate"));
}
