using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.Indicators;
using Platform.Commitments.Indicators.Entering;
using Platform.Commitments.Indicators.Submissions;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Identity.Accounts;
using Platform.Identity.Invitations;
using Platform.Identity.SecondFactor;
using Platform.IntegrationTests.Identity;
using Platform.IntegrationTests.Participation;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;
using Platform.National.Reporting;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions;
using Platform.Participation.Decisions.Sorting;
using Platform.Participation.Processes;
using Platform.Tenancy.Administration;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.Directory;
using Platform.Tenancy.Provisioning;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Participation.AnswerRound;
using static Platform.IntegrationTests.Participation.DecisionTests;
using Activity = Platform.Commitments.ActionPlan.Activity;

namespace Platform.IntegrationTests.BadInput;

/// <summary>
/// Two who act in the same moment, made to meet every time (<see cref="Meddler"/>): one of them acts, the other is told and has lost nothing of what was typed, and nobody
/// sees a fault.
/// </summary>
public sealed class RaceTests
{
    private const string Demnate = "demnate";
    private const string Home = "/fr/workspace/action-plan";
    private static readonly Period Quarter = Period.Parse("2026-Q3");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_that_a_colleague_began_meanwhile_is_not_begun_twice_and_what_was_typed_is_kept()
    {
        await using var host = await StartAsync();
        using var member = await host.SignInAsync(Demnate, Role.FocalPoint);
        host.Meddler.BeforeSaving<Plan>(() => InAsync(host, async db =>
        {
            db.Add(Plan.Begin(2, new("خطة زميل"), OpensAt));
            await db.SaveChangesAsync(Stop);
        }));

        using var begun = await member.SubmitAsync(Home + "/next", [("Title.Ar", "خطة ثانية"), ("From", "StandardAxes")]);

        Assert.True(host.Meddler.HasActed);
        var told = await begun.PageAsync(HttpStatusCode.Conflict);
        Assert.Equal("خطة ثانية", told.QuerySelector("input[name='Title.Ar']")!.GetAttribute("value"));
        Assert.Contains("au même moment", told.QuerySelector(".notice-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([1, 2], await InAsync(host, db => db.Set<Plan>().OrderBy(plan => plan.Number).Select(plan => plan.Number).ToListAsync(Stop)));
        Assert.Empty(await ActsAsync(host, "plan.begun"));
    }

    [Fact]
    public async Task An_activity_that_two_move_to_the_same_axis_is_moved_once()
    {
        await using var host = await StartAsync();
        using var member = await host.SignInAsync(Demnate, Role.FocalPoint);
        var (activity, axis) = await InAsync(host, async db =>
        {
            var axes = await db.Set<Axis>().OrderBy(one => one.Number).Select(one => one.Id).Take(2).ToListAsync(Stop);
            return (await db.Set<Activity>().Where(one => one.AxisId == axes[0]).OrderBy(one => one.Number).Select(one => one.Id).FirstAsync(Stop), axes[1]);
        });
        var path = $"{Home}/activity/{activity}/move";
        var page = await member.PageAsync(path);
        host.Meddler.BeforeSaving<FormerReference>(async () => (await member.SubmitAsync(page, path, [("Target", $"{axis}")], "form.form")).Dispose());

        using var late = await member.SubmitAsync(page, path, [("Target", $"{axis}")], "form.form");

        Assert.True(host.Meddler.HasActed);
        await late.PageAsync(HttpStatusCode.Conflict);
        Assert.Single(await ActsAsync(host, "activity.moved"));
        Assert.Equal(1, await InAsync(host, db => db.Set<FormerReference>().CountAsync(Stop)));
    }

    [Fact]
    public async Task A_plan_that_two_publish_is_published_once()
    {
        await using var host = await StartAsync();
        using var member = await host.SignInAsync(Demnate, Role.FocalPoint);
        (await member.SubmitAsync(Home + "/next", [("Title.Ar", "خطة ثانية"), ("From", "UnfinishedActivities")])).Dispose();
        var page = await member.PageAsync(Home + "/publish/2");
        host.Meddler.BeforeSaving<Plan>(async () => (await member.SubmitAsync(page, Home + "/publish/2", [("Confirmed", "true")])).Dispose());

        using var late = await member.SubmitAsync(page, Home + "/publish/2", [("Confirmed", "true")]);

        Assert.True(host.Meddler.HasActed);
        Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
        Assert.Single(await ActsAsync(host, "plan.published"));
    }

    [Fact]
    public async Task Nothing_is_entered_beside_what_is_on_its_way_and_it_is_sent_once()
    {
        await using var host = await StartAsync();
        await host.InNationAsync(async db =>
        {
            db.Add(OpenPeriod.Of(Quarter, new(2026, 10, 1), new(2026, 12, 15)));
            return await db.SaveChangesAsync(Stop);
        });
        Assert.Equal(EntryOutcome.Entered, await EnterAsync(host, 0, 12));

        // Whoever corrects it in the moment in which a colleague sends it finds it locked.
        host.Meddler.BeforeSaving<Indicator>(async () => Assert.True(await SendAsync(host)));
        Assert.Equal(EntryOutcome.Locked, await EnterAsync(host, 1, 13));
        Assert.True(host.Meddler.HasActed);
        Assert.Equal(12, await InAsync(host, db => db.Set<ManualValue>().Where(value => value.Period == Quarter).Select(value => value.Value).SingleAsync(Stop)));

        // Of two who send it again at once one does.
        await InAsync(host, async db =>
        {
            Assert.True((await db.Set<Submission>().SingleAsync(Stop)).Take(SubmissionState.Returned, 1, OpensAt, "dgct", "?"));
            await db.SaveChangesAsync(Stop);
        });
        host.Meddler.BeforeSaving<Indicator>(async () => Assert.True(await SendAsync(host)));
        Assert.False(await SendAsync(host));
        Assert.True(host.Meddler.HasActed);
        Assert.Equal(2, (await ActsAsync(host, "submission.sent")).Count);
    }

    [Fact]
    public async Task Two_at_the_desk_of_remarks_answer_and_sort_once()
    {
        await using var host = await AnswerRound.StartAsync();
        await AnnounceAsync(host);
        await DecisionTests.SendAsync(host, "a", "ملاحظة");
        using var team = await host.SignInAsync(AnswerRound.Commune, Role.TeamMember, Area.Participation);
        var remark = await AnswerRound.InAsync(host, db => db.Set<Remark>().Select(one => one.Id).SingleAsync(Stop));
        var desk = $"/fr/workspace/consultations/{Slug}/remarks";
        var theme = await InRoundAsync(host, (services, round) => services.GetRequiredService<Sorter>().NamedAsync(round, new("الإنارة"), Stop));
        host.Meddler.BeforeSaving<RemarkTheme>(() => InRoundAsync(host, (services, _) =>
            services.GetRequiredService<Sorter>().PutAsync(theme, services.GetRequiredService<CommuneContext>().Set<Remark>(), Stop)));

        using (var late = await PressAsync(team, desk, "Theme", [("Remark", $"{remark}"), ("PutTheme", $"{theme.Id}")]))
        {
            await late.PageAsync(HttpStatusCode.Conflict);
        }

        Assert.True(host.Meddler.HasActed);
        Assert.Equal(1, await AnswerRound.InAsync(host, db => db.Set<RemarkTheme>().CountAsync(Stop)));

        // One answer for all: whoever comes second has nothing left to answer, and keeps what was written.
        var path = $"/fr/workspace/consultations/{Slug}/decisions/edit?all=1";
        var form = await team.PageAsync(path);
        host.Meddler.BeforeSaving<Decision>(async () => (await AnswerAsync("سبب زميل")).Dispose());
        using (var late = await AnswerAsync("سبب آخر"))
        {
            Assert.Contains("سبب آخر", (await late.PageAsync(HttpStatusCode.Conflict)).Body!.InnerHtml, StringComparison.Ordinal);
        }

        Assert.True(host.Meddler.HasActed);
        Assert.Equal(1, await AnswerRound.InAsync(host, db => db.Set<Decision>().CountAsync(Stop)));

        Task<HttpResponseMessage> AnswerAsync(string reason) =>
            team.SubmitAsync(form, path, [("Input.Outcome", "TakenUp"), ("Input.Reason.Ar", reason), ("Input.Reason.Fr", ""), ("publish", "true")], "form.form");
    }

    [Fact]
    public async Task Nothing_is_announced_in_a_process_that_a_colleague_closes_meanwhile()
    {
        await using var host = await AnswerRound.StartAsync();
        await AnnounceAsync(host, announced: false);
        await AnswerRound.InAsync(host, async db =>
        {
            (await db.Set<Process>().SingleAsync(Stop)).Publish(OpensAt);
            return await db.SaveChangesAsync(Stop);
        });
        using var team = await host.SignInAsync(AnswerRound.Commune, Role.TeamMember, Area.Participation);
        host.Clock.MoveTo(new DateTimeOffset(OpensAt.AddDays(-1), TimeSpan.Zero));
        host.Meddler.BeforeSaving<Consultation>(() => AnswerRound.InAsync(host, async db =>
        {
            (await db.Set<Process>().SingleAsync(Stop)).Close(OpensAt, null);
            return await db.SaveChangesAsync(Stop);
        }));

        using var late = await team.SubmitAsync($"/fr/workspace/consultations/{Slug}/announce", [("Confirmed", "true")]);

        Assert.True(host.Meddler.HasActed);
        Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
        Assert.Null(await AnswerRound.InAsync(host, db => db.Set<Consultation>().Select(one => one.AnnouncedAt).SingleAsync(Stop)));
    }

    [Fact]
    public async Task An_invitation_that_is_taken_back_meanwhile_makes_no_account_and_codes_that_are_not_kept_are_not_shown()
    {
        await using var host = await StartAsync();
        var newcomer = await Newcomer.InviteAsync(host, Demnate, "amina@demnate.ma");
        using var browser = host.Browser("demnate.localhost");
        host.Meddler.BeforeSaving<Invitation>(() => host.InCommuneAsync(Demnate, async services =>
        {
            var desk = services.GetRequiredService<InvitationDesk>();
            Assert.True(await desk.RevokeAsync(Assert.Single(await desk.WaitingAsync(Stop)).Id, Stop));
        }));

        using (var late = await browser.SubmitAsync(newcomer.Path, Newcomer.Form("Amina")))
        {
            Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        }

        Assert.True(host.Meddler.HasActed);
        Assert.False(await InAsync(host, db => db.Set<Account>().AnyAsync(account => account.Mail == "amina@demnate.ma", Stop)));

        using var focal = await host.SignInAsync(Demnate, Role.FocalPoint);
        const string Codes = "/fr/account/recovery-codes";
        (await focal.SubmitAsync(Codes, [])).Dispose();
        var page = await focal.PageAsync(Codes);
        host.Meddler.BeforeSaving<RecoveryCode>(async () => (await focal.SubmitAsync(page, Codes, [])).Dispose());
        using (var late = await focal.SubmitAsync(page, Codes, []))
        {
            Assert.Empty((await late.PageAsync(HttpStatusCode.Conflict)).QuerySelectorAll(".codes code"));
        }

        Assert.True(host.Meddler.HasActed);
        Assert.Equal(RecoveryCode.Count, await InAsync(host, db => db.Set<RecoveryCode>().CountAsync(Stop)));
    }

    [Fact]
    public async Task A_commune_that_two_operators_add_is_added_once()
    {
        await using var host = await StartAsync();
        var entry = CommuneDirectory.ByCode("05.301.01.01")!;
        host.Meddler.BeforeSaving<TenantInfo>(() => EnterAsync(CommuneAddition.Added));

        await EnterAsync(CommuneAddition.AlreadyHere);

        Assert.True(host.Meddler.HasActed);
        Assert.Single(await host.InNationAsync(db => db.Set<AuditEntry>().Where(act => act.Verb == "commune.added" && act.Reason == "x").ToListAsync(Stop)));

        async Task EnterAsync(CommuneAddition expected)
        {
            await using var scope = host.Services.CreateAsyncScope();
            Assert.Equal(expected, (await scope.ServiceProvider.GetRequiredService<CommuneOffice>().EnterAsync(entry.Code, "x", Stop)).Addition);
        }
    }

    [Fact]
    public async Task Two_processes_that_start_at_once_seed_everything_once()
    {
        await using var host = await PlatformHost.StartAsync(options => (options.Communes, options.Provision) = ([Demnate], false));
        var provisioner = host.Services.GetRequiredService<Provisioner>();
        await provisioner.MigrateNationalAsync(Stop);
        host.Meddler.BeforeSaving<Platform.National.LegalRules.Rule>(() => provisioner.EnterFoldersAsync(Stop));
        await provisioner.EnterFoldersAsync(Stop);
        Assert.True(host.Meddler.HasActed);

        host.Meddler.BeforeSaving<Axis>(host.ProvisionAsync);
        await host.ProvisionAsync();

        Assert.True(host.Meddler.HasActed);
        Assert.Equal(1, await InAsync(host, db => db.Set<Plan>().CountAsync(Stop)));
        Assert.Single(await ActsAsync(host, "commune.seeded"));
        Assert.Null(await host.InNationAsync(db => db.Set<TenantInfo>().Where(tenant => tenant.Slug == Demnate).Select(tenant => tenant.LastError).SingleAsync(Stop)));
    }

    private static Task<PlatformHost> StartAsync() => PlatformHost.StartAsync(options => options.Communes = [Demnate]);

    private static Task<T> InAsync<T>(PlatformHost host, Func<CommuneContext, Task<T>> work) =>
        host.InCommuneAsync(Demnate, services => work(services.GetRequiredService<CommuneContext>()));

    private static Task InAsync(PlatformHost host, Func<CommuneContext, Task> work) =>
        host.InCommuneAsync(Demnate, services => work(services.GetRequiredService<CommuneContext>()));

    private static Task<T> InRoundAsync<T>(PlatformHost host, Func<IServiceProvider, Consultation, Task<T>> work) => host.InCommuneAsync(AnswerRound.Commune, async services =>
        await work(services, await services.GetRequiredService<CommuneContext>().Set<Consultation>().SingleAsync(Stop)));

    private static Task<List<AuditEntry>> ActsAsync(PlatformHost host, string verb) =>
        InAsync(host, db => db.Set<AuditEntry>().Where(act => act.Verb == verb).ToListAsync(Stop));

    private static Task<EntryOutcome> EnterAsync(PlatformHost host, int seen, decimal value) => host.InCommuneAsync(Demnate, async services =>
    {
        var indicator = await services.GetRequiredService<CommuneContext>().Set<Indicator>().SingleAsync(one => one.Code == "associations-registered", Stop);
        return await services.GetRequiredService<ValueEntry>().EnterAsync(
            indicator, new(Quarter, seen, value, null, null, new("سجل"), null, seen == 0 ? null : "x"), [], Stop);
    });

    private static Task<bool> SendAsync(PlatformHost host) => host.InCommuneAsync(Demnate, async services =>
    {
        // As a page does, it has read something by then.
        await services.GetRequiredService<CommuneContext>().Set<Indicator>().FirstAsync(one => one.Code == "associations-registered", Stop);
        return await services.GetRequiredService<SubmissionDesk>().SubmitAsync(new ReportingPeriod(Quarter, new(2026, 10, 1), new(2026, 12, 15)), "focal-point", Stop);
    });
}
