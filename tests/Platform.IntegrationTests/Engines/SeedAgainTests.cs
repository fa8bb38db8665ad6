using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.Charter;
using Platform.Commitments.Indicators;
using Platform.Commitments.OpennessProgramme;
using Platform.Data;
using Platform.Data.Seeding;

namespace Platform.IntegrationTests.Engines;

/// <summary>Provisioning again brings what was added to a folder, and never what a commune changed or took away.</summary>
public sealed class SeedAgainTests
{
    [Fact]
    public async Task What_was_added_to_a_plan_comes_and_what_is_there_stays()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        var (reference, words) = await ReworkPlanAsync(host);
        await EditAsync(host, "demnate", "action-plan.yaml", yaml => yaml
            + """

                - number: 7
                  title: {ar: "محور جديد", fr: "Axe nouveau"}
                  objectives:
                    - {ar: "هدف المحور الجديد"}
                  activities:
                    - {number: 1, title: {ar: "نشاط المحور الجديد"}, origin: commune}
              """);

        await host.ProvisionAsync();
        await host.ProvisionAsync();

        await InPlanAsync(host, plan =>
        {
            var added = Assert.Single(plan.Axes, axis => axis.Number == 7);
            Assert.Equal("هدف المحور الجديد", Assert.Single(added.Objectives).Ar);
            Assert.NotNull(Assert.Single(added.Activities).AddedOn);

            // Reworded, taken away and archived: so it stays.
            var first = plan.Axes.Single(axis => axis.Number == 1);
            Assert.Equal("عنوان غيرته الجماعة", first.Title.Ar);
            Assert.DoesNotContain(first.Objectives, objective => objective.Ar == words);
            Assert.NotNull(first.Activities.Single(activity => activity.Number == 1).ArchivedOn);
            Assert.DoesNotContain(plan.Axes.SelectMany(axis => axis.Activities), activity => activity.Title.Ar == reference);
        });
    }

    [Fact]
    public async Task An_activity_an_objective_and_an_indicator_that_were_added_come_into_their_axis()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["larache", "settat"]);
        await EditAsync(host, "settat", "action-plan.yaml", _ =>
            """
            title: {ar: "خطة"}
            axes:
              - number: 1
                title: {ar: "محور"}
                objectives: [{ar: "هدف أول"}, {ar: "هدف ثان"}]
                successIndicators: [{text: {ar: "مؤشر نجاح"}}]
                activities:
                  - {number: 4, title: {ar: "نشاط"}, origin: commune, indicators: [{text: {ar: "مؤشر تتبع"}}]}
            """);

        await host.ProvisionAsync();

        await InPlanAsync(host, plan =>
        {
            var axis = plan.Axes.Single(axis => axis.Number == 1);
            Assert.NotEqual("محور", axis.Title.Ar);
            Assert.Equal(["هدف أول", "هدف ثان"], axis.Objectives.Select(objective => objective.Ar).TakeLast(2));
            Assert.Contains(axis.SuccessIndicators, indicator => indicator.Text.Ar == "مؤشر نجاح");
            Assert.Equal("مؤشر تتبع", Assert.Single(axis.Activities.Single(activity => activity.Number == 4).Indicators).Text.Ar);
        }, "settat");
    }

    [Fact]
    public async Task A_plan_that_the_commune_took_away_does_not_come_back()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["settat"]);
        await host.InCommuneAsync("settat", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            await db.Set<Axis>().ExecuteDeleteAsync();
            await db.Set<Plan>().ExecuteDeleteAsync();
        });

        await host.ProvisionAsync();

        Assert.Equal(0, await host.InCommuneAsync("settat", services => services.GetRequiredService<CommuneContext>().Set<Plan>().CountAsync()));
    }

    [Fact]
    public async Task The_next_version_of_a_charter_supersedes_the_one_in_force_and_a_signatory_is_added()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        await EditAsync(host, "demnate", "charter.yaml", yaml => yaml.Replace(
            "signatories: []", "signatories:\n  - {name: {ar: \"جمعية النور\"}, kind: association, signedOn: 2026-03-01}", StringComparison.Ordinal));
        await host.ProvisionAsync();
        await host.ProvisionAsync();
        await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            Assert.Equal("جمعية النور", (await db.Set<Signatory>().SingleAsync()).Name.Ar);
            await db.Set<Signatory>().ExecuteDeleteAsync();
        });

        await EditAsync(host, "demnate", "charter.yaml", yaml => yaml.Replace("version: 1", "version: 2", StringComparison.Ordinal));
        await host.ProvisionAsync();

        await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            var versions = await db.Set<CharterVersion>().OrderBy(version => version.Number).ToListAsync();
            Assert.Equal([(1, CharterState.Superseded), (2, CharterState.InForce)], versions.Select(version => (version.Number, version.State)));
            Assert.Equal(0, await db.Set<Signatory>().CountAsync());
        });
    }

    [Fact]
    public async Task Projects_milestones_and_indicators_are_completed_and_not_restored()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["larache"]);
        var before = await host.InCommuneAsync("larache", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            await db.Set<ProjectIndicator>().ExecuteDeleteAsync();
            await db.Set<Milestone>().ExecuteDeleteAsync();
            await db.Set<Indicator>().Where(indicator => indicator.Code == "charter-in-force").ExecuteDeleteAsync();
            return await db.Set<Project>().CountAsync();
        });
        await EditAsync(host, "larache", "openness-programme.yaml", yaml => yaml.Replace(
            "\nprojects:\n", "\nprojects:\n  - {number: 99, title: {ar: \"مشروع جديد\"}}\n", StringComparison.Ordinal));

        await host.ProvisionAsync();

        await host.InCommuneAsync("larache", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            Assert.Equal(before + 1, await db.Set<Project>().CountAsync());
            Assert.Equal(0, await db.Set<Milestone>().CountAsync());
            Assert.False(await db.Set<Indicator>().AnyAsync(indicator => indicator.Code == "charter-in-force"));
        });
    }

    [Fact]
    public async Task A_database_older_than_its_ledger_gets_what_has_a_number_and_no_text_that_it_may_have_taken_away()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        var objectives = await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            await db.Set<SeedLedger>().ExecuteDeleteAsync();
            var axis = await db.Set<Axis>().Include(axis => axis.SuccessIndicators).SingleAsync(axis => axis.Number == 1);
            axis.Describe(axis.Title, axis.StandardAxis, [axis.Objectives[0]], axis.SuccessIndicators);
            await db.SaveChangesAsync();
            return await db.Set<Axis>().CountAsync();
        });

        await host.ProvisionAsync();

        await InPlanAsync(host, plan =>
        {
            Assert.Equal(objectives, plan.Axes.Count);
            Assert.Single(plan.Axes.Single(axis => axis.Number == 1).Objectives);
        });
    }

    /// <summary>What a commune does to its plan: rewords an axis, drops an objective, archives an activity, deletes another.</summary>
    private static Task<(string Activity, string Objective)> ReworkPlanAsync(PlatformHost host) => host.InCommuneAsync("demnate", async services =>
    {
        var db = services.GetRequiredService<CommuneContext>();
        var axes = await db.Set<Axis>().Include(axis => axis.Activities).Include(axis => axis.SuccessIndicators).AsSplitQuery().OrderBy(axis => axis.Number).ToListAsync();
        var first = axes.Single(axis => axis.Number == 1);
        var dropped = first.Objectives[0];
        first.Describe(new("عنوان غيرته الجماعة"), first.StandardAxis, [.. first.Objectives.Skip(1)], first.SuccessIndicators);
        first.Activities.Single(activity => activity.Number == 1).Archive(new(2026, 11, 1));
        await db.SaveChangesAsync();
        var gone = axes.SelectMany(axis => axis.Activities).Last();
        await db.Set<ActivityIndicator>().Where(indicator => indicator.ActivityId == gone.Id).ExecuteDeleteAsync();
        await db.Set<Activity>().Where(activity => activity.Id == gone.Id).ExecuteDeleteAsync();
        return (gone.Title.Ar, dropped.Ar);
    });

    private static Task InPlanAsync(PlatformHost host, Action<Plan> look, string slug = "demnate") => host.InCommuneAsync(slug, async services =>
        look(await services.GetRequiredService<CommuneContext>().Set<Plan>()
            .Include(plan => plan.Axes).ThenInclude(axis => axis.Activities).ThenInclude(activity => activity.Indicators)
            .Include(plan => plan.Axes).ThenInclude(axis => axis.SuccessIndicators)
            .AsSplitQuery()
            .SingleAsync()));

    private static async Task EditAsync(PlatformHost host, string slug, string file, Func<string, string> edit)
    {
        var path = Path.Combine(host.TenantsFolder, slug, file);
        await File.WriteAllTextAsync(path, edit(await File.ReadAllTextAsync(path)));
    }
}
