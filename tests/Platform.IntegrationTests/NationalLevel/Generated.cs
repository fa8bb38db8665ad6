using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.Reporting;
using Platform.Tenancy.Directory;

namespace Platform.IntegrationTests.NationalLevel;

/// <summary>Communes of the official directory with made-up figures, known to the national database only.</summary>
internal static class Generated
{
    /// <summary>Communes of the directory that no folder of tenants/ provisions, in the order of their codes.</summary>
    public static IReadOnlyList<(Commune Commune, DirectoryEntry Entry)> Communes(int count) =>
    [
        .. CommuneDirectory.All
            .OrderBy(entry => entry.Code, StringComparer.Ordinal)
            .Where(entry => !Directory.Exists(Path.Combine(Repository.Tenants, entry.Slug)))
            .Take(count)
            .Select(entry => (new Commune(
                entry.Slug, entry.Code, entry.Name, entry.Province, entry.Region, entry.Population, "#123456", $"http://{entry.Slug}.localhost", false), entry)),
    ];

    /// <summary>Twelve months of two indicators and of progress for each commune: the nth has n signatory associations in October 2026.</summary>
    public static async Task FillAsync(PlatformHost host, int count)
    {
        var number = 0;
        foreach (var (commune, _) in Communes(count))
        {
            number++;
            var reports = new List<object>();
            for (var month = 1; month <= 10; month++)
            {
                reports.Add(Reports.Snapshot(Reports.Count, number * month / 10m, period: $"2026-{month:00}"));
                reports.Add(Reports.Snapshot(Reports.Share, number % 101, number % 101, 100, period: $"2026-{month:00}"));
            }

            reports.Add(Reports.Progress("in-force", "in-force", number % 101, axes: new AxisProgress(1, 1, new("x"), 10, number % 10, number % 101)));
            await host.TakeInAsync(commune, [.. reports]);
        }
    }
}
