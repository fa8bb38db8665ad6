using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.Indicators;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.National.StandardLibrary;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Commitments.Charter.CharterDraftingTests;

namespace Platform.IntegrationTests.NationalLevel;

/// <summary>An officer adds an indicator, replaces one and withdraws one; communes receive it in its month, and what was taken stays.</summary>
public sealed class LibraryChangesTests
{
    private const string Library = "/fr/workspace/library";

    private static readonly (string, string?)[] Wanted =
    [
        ("Input.Code", "plan-activities-done"), ("Input.From", "2026-12"), ("Input.Replaces", "plan-activities"),
        ("Input.Name.Ar", "أنشطة منجزة"), ("Input.Name.Fr", "Activités achevées du plan"), ("Input.Definition.Ar", "عدد الأنشطة المنجزة"), ("Input.Definition.Fr", "Nombre d’activités achevées"),
        ("Input.Unit.Ar", "نشاط"), ("Input.Unit.Fr", "activité"), ("Input.Measure", "action-plan.activities"), ("Input.Direction", "Up"), ("Input.Periodicity", "Monthly"),
        ("Input.Reason.Ar", "قياس أدق"), ("Input.Reason.Fr", "Mesure plus juste"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_second_of_two_who_withdraw_one_at_once_is_warned_and_reads_from_when_it_is()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var officer = await host.SignInNationallyAsync(Role.DgctOfficer);
        host.Meddler.BeforeSaving<LibraryWithdrawal>(() => host.InNationAsync(async db =>
        {
            db.Add(LibraryWithdrawal.Of("training-workshops", Period.Month(2027, 3), null, new("متجاوز"), host.Clock.GetUtcNow().UtcDateTime));
            return await db.SaveChangesAsync(Stop);
        }));

        await DoneAsync(officer.SubmitAsync($"{Library}/training-workshops/withdraw", [("Input.From", "2026-12"), ("Input.Reason.Ar", "متجاوز"), ("Input.Confirmed", "true")]));

        var page = await officer.PageAsync($"{Library}/training-workshops");
        Assert.NotNull(page.QuerySelector(".notice-warning[role=alert]"));
        Assert.Contains("Retiré à partir de mars 2027", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_added_comes_to_every_commune_and_what_it_replaces_leaves_with_its_figures_kept()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var officer = await host.SignInNationallyAsync(Role.DgctOfficer);
        using var member = await host.SignInAsync("demnate", Role.FocalPoint);
        using var citizen = host.Commune("demnate");
        await host.RunJobAsync("monthly-snapshot", "2026-10");

        foreach (var (field, wrong) in new[] { ("Input.Code", "Plan 1"), ("Input.Code", "own-7"), ("Input.Code", "plan-progress"), ("Input.From", "2026-10"), ("Input.Measure", "no.such"), ("Input.Unit.Fr", ""), ("Input.Replaces", "no-such"), ("Input.Reason.Ar", "") })
        {
            using var refused = await officer.SubmitAsync(Library + "/new", [.. Wanted.Where(pair => pair.Item1 != field), (field, wrong)]);
            Assert.Equal("Activités achevées du plan", (await refused.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("input[name='Input.Name.Fr']")!.GetAttribute("value"));
        }

        await DoneAsync(officer.SubmitAsync(Library + "/new", Wanted));
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.SubmitAsync(Library + "/new", Wanted)).StatusCode);
        await DoneAsync(officer.SubmitAsync(Library + "/new",
        [
            ("Input.Code", "hall-quality"), ("Input.From", "2026-12"), ("Input.Name.Ar", "جودة القاعة"), ("Input.Name.Fr", "Qualité des salles"), ("Input.Definition.Ar", "حالة القاعة"),
            ("Input.Definition.Fr", "État des salles de réunion"), ("Input.Unit.Ar", "درجة"), ("Input.Unit.Fr", "degré"), ("Input.Kind", "Scale"), ("Input.Steps.Ar", "ضعيفة\nجيدة"),
            ("Input.Steps.Fr", "Faible\nBonne"), ("Input.Direction", "Up"), ("Input.Periodicity", "Quarterly"), ("Input.Reason.Ar", "طلب الجماعات"), ("Input.Reason.Fr", "Demandé par les communes"),
        ]));
        await DoneAsync(officer.SubmitAsync($"{Library}/charter-in-force/withdraw", [("Input.From", "2026-12"), ("Input.Reason.Ar", "متجاوز"), ("Input.Confirmed", "true")]));
        Assert.Equal(HttpStatusCode.NotFound, await officer.StatusAsync($"{Library}/charter-in-force/withdraw"));
        Assert.Contains("Retiré à partir de décembre 2026", (await officer.PageAsync(Library + "/plan-activities")).Body!.TextContent, StringComparison.Ordinal);

        // Communes read of it at once, and follow it from its month.
        var news = await member.PageAsync("/fr/workspace/indicators/library");
        Assert.NotNull(news.QuerySelector("#added-plan-activities-done"));
        Assert.Contains("Activités achevées du plan", news.QuerySelector("#withdrawn-plan-activities")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await member.PageAsync("/fr/workspace")).QuerySelector(".work a[href$='/indicators/library']"));
        await host.RunJobAsync("library-definitions", "2026-11-30");
        Assert.Equal(HttpStatusCode.NotFound, await citizen.StatusAsync("/fr/indicators/plan-activities-done"));

        host.Clock.MoveTo(new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
        await host.RunJobAsync("library-definitions", "2026-12-01");
        await host.RunJobAsync("library-definitions", "2026-12-01");
        await host.RunJobAsync("monthly-snapshot", "2026-11");
        host.Clock.MoveTo(new(2027, 1, 1, 9, 0, 0, TimeSpan.Zero));
        await host.RunJobAsync("monthly-snapshot", "2026-12");

        var taken = await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            var rows = await (
                from snapshot in db.Set<IndicatorSnapshot>()
                join indicator in db.Set<Indicator>() on snapshot.IndicatorId equals indicator.Id
                where snapshot.Periodicity == Periodicity.Monthly && (indicator.Code == "plan-activities" || indicator.Code == "plan-activities-done" || indicator.Code == "charter-in-force")
                orderby indicator.Code, snapshot.PeriodStart
                select new { indicator.Code, snapshot.Period }).ToListAsync(Stop);
            return rows.Select(row => $"{row.Code} {row.Period}").ToList();
        });
        Assert.Equal(
            ["charter-in-force 2026-10", "charter-in-force 2026-11", "plan-activities 2026-10", "plan-activities 2026-11", "plan-activities-done 2026-12"], taken);

        // What left says so and where to; what came is there, to be measured or to be entered.
        var former = await citizen.PageAsync("/fr/indicators/plan-activities");
        Assert.Contains("Retiré de la bibliothèque", former.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(former.QuerySelector(".notice a[href='/fr/indicators/plan-activities-done']"));
        using var later = await host.SignInAsync("demnate", Role.FocalPoint);
        Assert.NotNull((await later.PageAsync("/fr/workspace/indicators/hall-quality/values")).QuerySelector("form"));
        Assert.Equal("Qualité des salles", (await citizen.JsonAsync("/api/v1/indicators/hall-quality")).GetProperty("name").GetProperty("fr").GetString());

        // The nation knows the new one, and the old one for the months that it was counted in.
        using var reader = host.National();
        Assert.Equal(HttpStatusCode.OK, await reader.StatusAsync("/api/v1/indicators?indicator=plan-activities-done&period=2026-12"));
        Assert.Equal(HttpStatusCode.OK, await reader.StatusAsync("/fr/dashboard?indicator=plan-activities&period=2026-11"));
        Assert.Equal(HttpStatusCode.NotFound, await reader.StatusAsync("/fr/dashboard?indicator=plan-activities&period=2026-12"));
        var acts = await host.InCommuneAsync("demnate", services => services.GetRequiredService<CommuneContext>().Set<AuditEntry>()
            .Where(act => act.Verb == "indicator.added" || act.Verb == "indicator.withdrawn").GroupBy(act => act.Verb).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, Stop));
        Assert.Equal((2, 2), (acts["indicator.added"], acts["indicator.withdrawn"]));
        Assert.Equal((2, 2), (await host.InNationAsync(db => db.Set<AuditEntry>().CountAsync(act => act.Verb == "library.added")), await host.InNationAsync(db => db.Set<AuditEntry>().CountAsync(act => act.Verb == "library.withdrawn"))));
    }

    [Fact]
    public async Task What_the_platform_can_count_by_now_is_offered_and_what_was_entered_stays()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var member = await host.SignInAsync("demnate", Role.FocalPoint);

        // A database that was made before a release counted the activities of the plan.
        var manual = await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            var indicator = await db.Set<Indicator>().SingleAsync(one => one.Code == "plan-activities", Stop);
            db.Entry(indicator).Property(nameof(Indicator.MeasureKey)).CurrentValue = null;
            await db.SaveChangesAsync(Stop);
            return indicator.Periodicity;
        });
        Assert.Equal(Periodicity.Monthly, manual);
        await DoneAsync(member.SubmitAsync("/fr/workspace/indicators/plan-activities/values?period=2026-10", [("Input.Value", "3"), ("Input.Source.Ar", "محضر")]));

        Assert.NotNull((await member.PageAsync("/fr/workspace")).QuerySelector(".work a[href$='/plan-activities/count']"));
        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync("/fr/workspace/indicators/charter-in-force/count"));
        Assert.Equal(HttpStatusCode.BadRequest, (await member.SubmitAsync("/fr/workspace/indicators/plan-activities/count", [("From", "2026-09")])).StatusCode);
        await DoneAsync(member.SubmitAsync("/fr/workspace/indicators/plan-activities/count", [("From", "2026-11")]));
        Assert.Null((await member.PageAsync("/fr/workspace")).QuerySelector(".work a[href$='/plan-activities/count']"));

        host.Clock.MoveTo(new(2026, 12, 2, 9, 0, 0, TimeSpan.Zero));
        await host.RunJobAsync("monthly-snapshot", "2026-10");
        await host.RunJobAsync("monthly-snapshot", "2026-11");
        using var later = await host.SignInAsync("demnate", Role.FocalPoint);
        await DoneAsync(later.SubmitAsync("/fr/workspace/indicators/plan-activities/values?period=2026-09", [("Input.Value", "2"), ("Input.Source.Ar", "محضر")]));
        Assert.Equal(HttpStatusCode.BadRequest, await later.StatusAsync("/fr/workspace/indicators/plan-activities/values?period=2026-11"));
        var values = await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            var indicator = await db.Set<Indicator>().SingleAsync(one => one.Code == "plan-activities", Stop);
            return await db.Set<IndicatorSnapshot>().Where(snapshot => snapshot.IndicatorId == indicator.Id && snapshot.Periodicity == Periodicity.Monthly).OrderBy(snapshot => snapshot.PeriodStart)
                .Select(snapshot => new { snapshot.Period, snapshot.Value, snapshot.MeasureKey }).ToListAsync(Stop);
        });
        Assert.Equal(("2026-10", 3m, null), (values[0].Period.ToString(), values[0].Value, values[0].MeasureKey));
        Assert.Equal(("2026-11", "action-plan.activities"), (values[1].Period.ToString(), values[1].MeasureKey));
        Assert.Equal(2, values.Count);
        using var citizen = host.Commune("demnate");
        Assert.Contains("compté par la plateforme depuis", (await citizen.PageAsync("/fr/indicators/plan-activities")).Body!.TextContent, StringComparison.Ordinal);
    }
}
