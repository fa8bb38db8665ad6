using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.Indicators.Reminders;
using Platform.Commitments.Indicators.Submissions;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Mail;
using Platform.Data.Outbox;
using Platform.IntegrationTests.Jobs;
using Platform.Kernel.Jobs;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.National.Reporting;
using Platform.Tenancy.Jobs;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.NationalLevel;

/// <summary>Focal points are reminded once each time; staff see who is late, who was reminded and what fails, and reading whom to call is written down.</summary>
public sealed class FollowUpTests
{
    private static readonly Period Quarter = Period.Parse("2026-Q3");
    private static readonly DateTimeOffset Joined = new(2026, 10, 5, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Focal_points_are_reminded_once_before_and_once_after_until_the_commune_has_submitted()
    {
        await using var host = await StartAsync(dueOn: new(2026, 11, 10));
        var focal = await host.AddPersonAsync("demnate", Role.FocalPoint);

        host.Clock.MoveTo(At(11, 7));
        await Task.WhenAll(RemindAsync(host), RemindAsync(host));
        await RemindAsync(host);
        var closing = Assert.Single(await MailsAsync(host, "demnate"));
        Assert.Equal(focal.Mail, closing.To);
        Assert.Contains("3e trimestre 2026", closing.Subject, StringComparison.Ordinal);
        Assert.Contains("http://demnate.localhost/fr/workspace/indicators/reporting/2026-Q3", closing.Text, StringComparison.Ordinal);
        Assert.Empty(await MailsAsync(host, "settat"));

        host.Clock.MoveTo(At(11, 12));
        await RemindAsync(host);
        Assert.Equal(2, (await MailsAsync(host, "demnate")).Count);
        Assert.Equal([-3, 1], await host.InNationAsync(db => db.Set<NationalReminder>().OrderBy(reminder => reminder.Id).Select(reminder => reminder.Step).ToListAsync()));

        await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            db.Add(Submission.Of(Quarter, host.Clock.GetUtcNow().UtcDateTime, "focal-point"));
            await db.SaveChangesAsync(Stop);
        });
        host.Clock.MoveTo(At(11, 26));
        await RemindAsync(host);
        Assert.Equal(2, (await MailsAsync(host, "demnate")).Count);
    }

    [Fact]
    public async Task A_reminder_whose_save_was_lost_is_sent_by_the_next_run()
    {
        await using var host = await StartAsync(dueOn: new(2026, 11, 10));
        await host.AddPersonAsync("demnate", Role.FocalPoint);
        host.Clock.MoveTo(At(11, 12));
        using var killed = new CancellationTokenSource();
        await killed.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.InCommuneAsync("demnate", services =>
            services.GetRequiredKeyedService<ICommuneJob>(RemindersJob.JobName).RunAsync("2026-11-12", killed.Token)));
        Assert.Empty(await MailsAsync(host, "demnate"));

        await RemindAsync(host);
        Assert.Single(await MailsAsync(host, "demnate"));
    }

    [Fact]
    public async Task Staff_see_who_is_late_since_when_and_what_fails_and_take_it_away_as_a_file()
    {
        var script = new TestJob.Script { Behaviour = (slug, _, _) => slug == "settat" ? throw new InvalidOperationException("no") : Task.CompletedTask };
        await using var host = await StartAsync(new(2026, 11, 10), script);
        var focal = await host.AddPersonAsync("demnate", Role.FocalPoint);
        host.Clock.MoveTo(At(11, 22));
        await RemindAsync(host);
        await host.Services.GetRequiredService<CommuneJobRunner>().RunAsync(new(TestJob.JobName, "2026-11-22"), null, Stop);
        await host.InNationAsync(async db =>
        {
            var backlog = MailBacklog.Of("settat");
            backlog.Count(1, 2, null, host.Clock.GetUtcNow().UtcDateTime);
            db.Add(backlog);
            return await db.SaveChangesAsync();
        });
        using var analyst = await host.SignInNationallyAsync(Role.Analyst);

        var page = await analyst.PageAsync("/fr/workspace/follow-up?sort=name");
        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToList()).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains("12 jours de retard", rows[0][2], StringComparison.Ordinal);
        Assert.StartsWith("1", rows[0][3].Trim(), StringComparison.Ordinal);
        Assert.StartsWith("0", rows[1][3].Trim(), StringComparison.Ordinal);
        Assert.Contains("1 échec", rows[1][5], StringComparison.Ordinal);
        Assert.StartsWith("2", rows[1][6].Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain(focal.Mail, page.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Single((await analyst.PageAsync("/fr/workspace/follow-up?show=jobs")).QuerySelectorAll("tbody tr"));
        Assert.NotNull((await analyst.PageAsync("/fr/workspace/follow-up?q=zzzz")).QuerySelector(".empty"));

        using var csv = await analyst.GetAsync(new Uri("/fr/workspace/follow-up?handler=Csv&show=late", UriKind.Relative), Stop);
        var lines = (await csv.Content.ReadAsStringAsync(Stop)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(("text/csv", true, 3), (csv.Content.Headers.ContentType!.MediaType, csv.Headers.CacheControl!.NoStore, lines.Length));
        Assert.Contains(",12,", lines[1], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await analyst.StatusAsync("/fr/workspace/follow-up?handler=Xlsx"));
        foreach (var wrong in new[] { "period=2026-13", "sort=mail", "show=all", "region=77", "page=x" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, await analyst.StatusAsync("/fr/workspace/follow-up?" + wrong));
        }
    }

    [Fact]
    public async Task The_list_asks_the_database_as_often_for_one_commune_as_for_many()
    {
        await using var one = await StartAsync(new(2026, 11, 10), communes: ["demnate"]);
        await using var many = await StartAsync(new(2026, 11, 10), communes: ["demnate", "settat", "zaio", "zoumi", "larache"]);

        Assert.Equal(await QueriesAsync(one), await QueriesAsync(many));

        static async Task<int> QueriesAsync(PlatformHost host)
        {
            using var analyst = await host.SignInNationallyAsync(Role.Analyst);
            await analyst.PageAsync("/fr/workspace/follow-up");
            var before = host.Queries.Commands.Count;
            await analyst.PageAsync("/fr/workspace/follow-up");
            return host.Queries.Commands.Count - before;
        }
    }

    [Fact]
    public async Task Whom_to_call_is_read_where_it_is_kept_and_the_trail_says_who_read_it()
    {
        await using var host = await StartAsync(dueOn: new(2026, 11, 10));
        var focal = await host.AddPersonAsync("demnate", Role.FocalPoint);
        using var analyst = await host.SignInNationallyAsync(Role.Analyst);
        using var @operator = await host.SignInNationallyAsync(Role.Operator);

        var page = await analyst.PageAsync("/fr/workspace/contacts");
        Assert.Equal($"mailto:{focal.Mail}", page.QuerySelector("tbody a[href^='mailto:']")!.GetAttribute("href"));
        Assert.Single(page.QuerySelectorAll("tbody .badge-warning"));
        await analyst.PageAsync("/fr/workspace/contacts");
        using var csv = await analyst.GetAsync(new Uri("/fr/workspace/contacts?handler=Csv&q=demnate", UriKind.Relative), Stop);
        Assert.Contains(focal.Mail, await csv.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.True(csv.Headers.CacheControl!.NoStore);

        var acts = await host.InNationAsync(db => db.Set<AuditEntry>().Where(act => act.Verb.StartsWith("contact.")).OrderBy(act => act.Id).ToListAsync());
        Assert.Equal([("contact.read", "contact:all/1"), ("contact.exported", "contact:demnate")], acts.Select(act => (act.Verb, act.Subject)));
        Assert.All(acts, act => Assert.Equal($"staff:{analyst.Person.Account}", act.Actor));
        Assert.Equal(HttpStatusCode.Forbidden, await @operator.StatusAsync("/fr/workspace/contacts"));
        using var citizen = host.National();
        foreach (var path in new[] { "/fr", "/fr/dashboard", "/fr/dashboard/communes/demnate", "/api/v1/communes" })
        {
            Assert.DoesNotContain(focal.Mail, await citizen.GetStringAsync(new Uri(path, UriKind.Relative), Stop), StringComparison.Ordinal);
        }
    }

    private static DateTimeOffset At(int month, int day) => new(2026, month, day, 9, 0, 0, TimeSpan.Zero);

    private static Task RemindAsync(PlatformHost host) => host.RunJobAsync(RemindersJob.JobName, "today");

    private static Task<List<OutgoingMail>> MailsAsync(PlatformHost host, string slug) => host.InCommuneAsync(slug, async services =>
        (await services.GetRequiredService<CommuneContext>().Set<OutboxMessage>().Where(message => message.Kind == OutgoingMail.Kind).ToListAsync(Stop))
            .ConvertAll(message => message.Read<OutgoingMail>()));

    private static async Task<PlatformHost> StartAsync(DateOnly dueOn, TestJob.Script? script = null, string[]? communes = null)
    {
        var host = await PlatformHost.StartAsync(options =>
        {
            options.Now = Joined;
            options.Communes = communes ?? ["demnate", "settat"];
            options.Settings["Jobs:Attempts"] = "1";
            options.Services = services => services.AddSingleton(script ?? new TestJob.Script()).AddKeyedScoped<ICommuneJob, TestJob>(TestJob.JobName);
        });
        await host.InNationAsync(async db =>
        {
            db.Add(OpenPeriod.Of(Quarter, new(2026, 10, 1), dueOn));
            return await db.SaveChangesAsync();
        });
        return host;
    }
}
