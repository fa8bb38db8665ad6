using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Indicators;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;
using Platform.National.Intake;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.Directory;
using Platform.Tenancy.Provisioning;
using Platform.TestKit;

namespace Platform.Benchmarks.Pages;

/// <summary>The dashboard over 1,503 communes × 36 periods × 40 indicators beside the same over 12 communes.</summary>
internal static class DashboardCost
{
    private const int Few = 12;
    private const int Periods = 36;
    private const int Indicators = 40;
    private const int Rounds = 15;
    private static readonly Period Last = Period.Month(2026, 10);

    public static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        var rowsRead = new RowCounter();
        await using var few = await StartAsync(Few, new RowCounter());
        await using var all = await StartAsync(CommuneDirectory.All.Count, rowsRead);
        var library = all.Services.CreateScope().ServiceProvider.GetRequiredService<IStandardIndicators>().All;
        var monthly = library.First(indicator => indicator.Periodicity == Periodicity.Monthly && indicator.Direction == Direction.Up);
        var stored = await all.InNationAsync(db => db.Set<NationalSnapshot>().CountAsync());
        var rows = new List<Row>();
        foreach (var (name, path) in new[]
        {
            ("first page", "/ar/dashboard"),
            ("sorted by an indicator, page 20", $"/ar/dashboard?indicator={monthly.Code}&sort={monthly.Code}&page=20"),
            ("regions", "/ar/dashboard/regions"),
        })
        {
            rows.Add(await CompareAsync(few, all, name, path, rowsRead, stored));
        }

        return rows;
    }

    private static async Task<Row> CompareAsync(PlatformHost few, PlatformHost all, string name, string path, RowCounter rowsRead, int stored)
    {
        using var fewClient = few.National();
        using var allClient = all.National();
        var pathOfFew = path.Replace("&page=20", "", StringComparison.Ordinal);
        await Uncached.GetAsync(fewClient, pathOfFew);
        await Uncached.GetAsync(allClient, path);
        rowsRead.Clear();
        all.Queries.Clear();
        await Uncached.GetAsync(allClient, path);
        var (read, queries) = (rowsRead.Rows, all.Queries.Commands.Count);
        var rounds = new List<(Measured Few, Measured All)>();
        for (var i = 0; i < Rounds; i++)
        {
            rounds.Add((await Measured.OfAsync(() => Uncached.GetAsync(fewClient, pathOfFew)), await Measured.OfAsync(() => Uncached.GetAsync(allClient, path))));
        }

        var ratio = Measured.Median(rounds.Select(round => round.All.Wall / round.Few.Wall));
        return new(
            string.Create(CultureInfo.InvariantCulture, $"dashboard, {name}, over {CommuneDirectory.All.Count:N0} communes × {Periods} periods × {Indicators} indicators ÷ over {Few} communes: time, uncached"),
            string.Create(CultureInfo.InvariantCulture, $"{Measured.Median(rounds.Select(round => round.All.Wall.TotalMilliseconds)):F0} and {Measured.Median(rounds.Select(round => round.Few.Wall.TotalMilliseconds)):F0} ms; {queries} queries read {read:N0} rows of {stored:N0}"),
            Machine.Round(ratio), "", null);
    }

    private static async Task<PlatformHost> StartAsync(int communes, RowCounter rowsRead)
    {
        var host = await PlatformHost.StartAsync(options =>
        {
            options.Provision = false;
            options.Communes = ["none"];
            options.Settings["Site:CatalogSeconds"] = "10";
            options.CacheNothing();
            var uncached = options.Services!;
            options.Services = services =>
            {
                uncached(services);
                services.AddSingleton<IInterceptor>(rowsRead);
            };
        });
        await host.Services.GetRequiredService<Provisioner>().MigrateNationalAsync(CancellationToken.None);
        await FillAsync(host, communes);
        return host;
    }

    /// <summary>The catalog and the register by their entities; figures of the first commune likewise, all others as copies made by the database.</summary>
    private static Task FillAsync(PlatformHost host, int count) => host.InNationAsync(async db =>
    {
        var now = host.Clock.GetUtcNow().UtcDateTime;
        foreach (var entry in CommuneDirectory.All.Take(count))
        {
            var tenant = TenantInfo.Add(entry, entry.Slug, "#0b6b50", [], now);
            tenant.Provisioned("benchmark", now);
            db.Add(tenant);
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        var listed = await host.Services.GetRequiredService<ICommuneCatalog>().AllAsync(CancellationToken.None);
        db.AddRange(listed.Select(NationalCommune.Of));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();

        using var scope = host.Services.CreateScope();
        var codes = scope.ServiceProvider.GetRequiredService<IStandardIndicators>().All.Select(indicator => indicator.Code).Take(Indicators).ToList();
        codes.AddRange(Enumerable.Range(1, Indicators - codes.Count).Select(number => $"further-{number}"));
        var first = listed[0].Commune.Code;
        var period = Last;
        for (var i = 0; i < Periods; i++, period = period.Previous())
        {
            db.Add(NationalProgress.Of(first, new(period.ToString(), now, "in-force", null, "in-force", null, "draft", 38, 9, 31m, [], false)));
            foreach (var code in codes)
            {
                var figure = NationalSnapshot.Of(first, new(code, period.ToString(), 1, 40m, 40m, 100m, now, "on-track", false));
                figure.MarkLatest(true);
                db.Add(figure);
            }
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        foreach (var table in new[] { db.Model.FindEntityType(typeof(NationalProgress))!, db.Model.FindEntityType(typeof(NationalSnapshot))! })
        {
            var columns = table.GetProperties().Select(property => property.GetColumnName()).ToList();
            var sources = columns.Select(column => column switch
            {
                "CommuneCode" => "c.\"Code\"",
                "Value" or "Numerator" or "Progress" => "ABS(RANDOM() % 10000) / 100.0",
                _ => $"t.\"{column}\"",
            });
            var sql = $"INSERT INTO \"{table.GetTableName()}\" (\"{string.Join("\", \"", columns)}\") SELECT {string.Join(", ", sources)} "
                + $"FROM \"national_communes\" c CROSS JOIN \"{table.GetTableName()}\" t WHERE t.\"CommuneCode\" = '{first}' AND c.\"Code\" <> '{first}'";
#pragma warning disable EF1002 // Names of the model's own tables and columns.
            await db.Database.ExecuteSqlRawAsync(sql);
#pragma warning restore EF1002
        }

        return true;
    });
}
