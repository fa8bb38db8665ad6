using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.ActionPlan;
using Platform.Data;
using Platform.Kernel.Acts;
using Platform.Kernel.Files;
using Platform.TestKit;

namespace Platform.Benchmarks.Pages;

/// <summary>The action plan of Béni Mellal, made anew for every request, beside the queries that it runs.</summary>
internal static class PlanPage
{
    private const string Commune = "beni-mellal";
    private const string Path = "/ar/action-plan";
    private const int Rounds = 15;
    private const int Times = 20;
    private const double Goal = 2.0;

    public static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        using var server = new DirectServer();
        await using var host = await PlatformHost.StartAsync(options =>
        {
            options.Communes = [Commune];
            options.Settings["Site:CatalogSeconds"] = "10";
            options.Port = 80; // of its addresses alone: nothing listens
            options.CacheNothing(services => services.AddSingleton<IServer>(server));
        });
        await PageAsync();
        host.Queries.Clear();
        var bytes = await PageAsync();
        var ofPage = host.Queries.Commands.Count;
        if (ofPage == 0)
        {
            throw new InvalidOperationException("The page was not made anew: something kept it.");
        }

        host.Queries.Clear();
        await QueryAsync(host);
        var ofQuery = host.Queries.Commands.Count;

        await WarmUp.RunAsync(async () =>
        {
            await Measured.OfAsync(PageAsync, Times);
            await Measured.OfAsync(() => QueryAsync(host), Times);
        });
        var rounds = new List<(Measured Page, Measured Query)>();
        for (var i = 0; i < Rounds; i++)
        {
            rounds.Add((await Measured.OfAsync(PageAsync, Times), await Measured.OfAsync(() => QueryAsync(host), Times)));
        }

        var ratio = Measured.Median(rounds.Select(round => round.Page.Cpu / round.Query.Cpu));
        return
        [
            new(
                "uncached action plan of Béni Mellal ÷ its bare queries: CPU",
                $"{Measured.Median(rounds.Select(round => round.Page.Cpu.TotalMicroseconds)):F0} µs ({bytes / 1024} KB of HTML, {ofPage} queries) and {Measured.Median(rounds.Select(round => round.Query.Cpu.TotalMicroseconds)):F0} µs ({ofQuery} queries)",
                Machine.Round(ratio), "≤ 2.0", ratio <= Goal),
        ];

        Task<int> PageAsync() => server.GetAsync($"{Commune}.localhost", Path);
    }

    /// <summary>What the page asks of the database, materialised as it does.</summary>
    private static Task QueryAsync(PlatformHost host) => host.InCommuneAsync(Commune, async services =>
    {
        var db = services.GetRequiredService<CommuneContext>();
        var today = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);
        var plan = (await db.ReadPlanAsync(today, CancellationToken.None))!;
        if (plan.IsAdopted)
        {
            _ = await services.GetRequiredService<IDocuments>().OfAsync([plan.DocumentsSubject], unpublished: false, CancellationToken.None);
        }

        _ = await db.ReadAxesAsync(plan, today, CancellationToken.None);
        _ = await db.Set<Plan>().AsNoTracking().Where(other => other.PublishedAt != null && other.Id != plan.Id).Include(other => other.Rounds)
            .OrderByDescending(other => other.Number).ToListAsync();
        _ = (await db.Set<SuccessIndicator>().AsNoTracking().OrderBy(indicator => indicator.Id).ToListAsync()).ToLookup(indicator => indicator.AxisId);
        var parts = await db.ReadPartsAsync(plan, _ => "", CancellationToken.None);
        _ = await services.GetRequiredService<IPublicHistory>().OfAsync([plan.DocumentsSubject, .. parts.Keys], IndexModel.ToldElsewhere, CancellationToken.None);
    });
}
