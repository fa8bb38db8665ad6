using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.ActionPlan;
using Platform.Data;
using Platform.Data.Seeding;

namespace Platform.IntegrationTests.Commitments.ActionPlan;

/// <summary>What an editor of tenants/ is told.</summary>
public sealed class PlanSeedTests(SharedHost shared)
{
    [Fact]
    public async Task Mistakes_are_named_with_their_lines_all_at_once()
    {
        var problems = await ProblemsOf(
            """
            title: {ar: "x"}
            adopted: {}
            colour: red
            axes:
              - number: 1
                title: {fr: "sans arabe"}
                activities:
                  - {number: 1, title: {ar: "a"}, priority: 4, origin: unknown}
                  - {number: 1, title: {ar: "b"}, origin: king}
                  - {number: 2, origin: commune, indicators: [{text: {ar: "c"}, indicator: "Not A Code"}]}
            """);

        Assert.Contains(problems, problem => problem.Line == 3 && problem.Message.Contains("colour", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Line == 6);
        Assert.Contains(problems, problem => problem.Line == 8 && problem.Message.Contains("priority", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Line == 9 && problem.Message.Contains("king", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Line == 10 && problem.Message.Contains("title", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Message.Contains("activity 1", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Message.Contains("Not A Code", StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.Equal("somewhere/action-plan.yaml", problem.File));
    }

    [Fact]
    public async Task A_commune_without_a_folder_begins_with_the_seven_standard_axes_as_a_draft()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            await Clear(db);
            await Seeder(services).SeedAsync(services.GetRequiredService<SeedRoot>().Open("no-such-folder"), Stop);
            await db.SaveChangesAsync(Stop);

            Assert.Equal(7, await db.Set<Axis>().CountAsync(Stop));
            Assert.Equal(0, await db.Set<Activity>().CountAsync(Stop));
            Assert.Null((await db.Set<Plan>().SingleAsync(Stop)).PublishedAt);
        });
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static PlanSeeder Seeder(IServiceProvider services) => services.GetServices<ICommuneSeeder>().OfType<PlanSeeder>().Single();

    private static async Task Clear(CommuneContext db)
    {
        await db.Set<ActivityIndicator>().ExecuteDeleteAsync(Stop);
        await db.Set<SuccessIndicator>().ExecuteDeleteAsync(Stop);
        await db.Set<Activity>().ExecuteDeleteAsync(Stop);
        await db.Set<Axis>().ExecuteDeleteAsync(Stop);
        await db.Set<PreparationEvent>().ExecuteDeleteAsync(Stop);
        await db.Set<Plan>().ExecuteDeleteAsync(Stop);
        await db.Set<SeedLedger>().ExecuteDeleteAsync(Stop);
    }

    private async Task<IReadOnlyList<SeedProblem>> ProblemsOf(string yaml)
    {
        var root = Directory.CreateTempSubdirectory("seeds-");
        try
        {
            Directory.CreateDirectory(Path.Combine(root.FullName, "somewhere"));
            await File.WriteAllTextAsync(Path.Combine(root.FullName, "somewhere", "action-plan.yaml"), yaml, Stop);
            var folder = new SeedFolder(root.FullName, "somewhere");
            return await shared.Host.InCommuneAsync("larache", async services =>
            {
                await Seeder(services).SeedAsync(folder, Stop);
                return Assert.Throws<SeedException>(folder.ThrowIfWrong).Problems;
            });
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
