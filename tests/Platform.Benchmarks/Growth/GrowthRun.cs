using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.Directory;
using Platform.Tenancy.FanOut;
using Platform.Tenancy.Jobs;
using Platform.Tenancy.Provisioning;
using Platform.TestKit;

namespace Platform.Benchmarks.Growth;

/// <summary>
/// One size, in a process of its own so that memory is this size's alone. Communes of the official directory, with what provisioning gives a commune
/// that has no folder: the library of indicators. A small run first, so that compiling is not counted.
/// </summary>
internal static class GrowthRun
{
    public const string Argument = "growth";
    private const string Month = "2026-10";
    private const string Today = "2026-11-22";
    private const string Page = "/ar/dashboard";
    private const int WarmUp = 12;
    private const int Requests = 15;

    public static async Task RunAsync(int size)
    {
        await MeasureAsync(WarmUp);
        Console.WriteLine(JsonSerializer.Serialize(await MeasureAsync(size)));
    }

    private static async Task<GrowthFigures> MeasureAsync(int size)
    {
        await using var host = await PlatformHost.StartAsync(options =>
        {
            options.Provision = false;
            options.Communes = ["none"]; // of tenants/: only what all communes share
            options.Settings["Site:CatalogSeconds"] = "10";
            options.CacheNothing();
        });
        var before = Memory();
        var provision = await Measured.OfAsync(() => ProvisionAsync(host, size));
        var snapshot = await Measured.OfAsync(() => RunAsync(host, "monthly-snapshot", Month, size));
        var intake = await Measured.OfAsync(() => RunAsync(host, "national-intake", Today, size));
        using var client = host.National();
        var pages = new List<double>();
        for (var i = 0; i < Requests; i++)
        {
            pages.Add((await Measured.OfAsync(() => Uncached.GetAsync(client, Page))).Wall.TotalSeconds);
        }

        return new(
            size, provision.Wall.TotalSeconds, snapshot.Wall.TotalSeconds, intake.Wall.TotalSeconds, Measured.Median(pages), before, Memory(), Machine.OpenFiles());
    }

    private static async Task ProvisionAsync(PlatformHost host, int size)
    {
        var provisioner = host.Services.GetRequiredService<Provisioner>();
        await provisioner.MigrateNationalAsync(CancellationToken.None);
        foreach (var entry in CommuneDirectory.All.Take(size))
        {
            await provisioner.EnterAsync(entry, CancellationToken.None);
        }

        var communes = await host.Services.GetRequiredService<TenantStore>().AllAsync(CancellationToken.None);
        var outcomes = await provisioner.ProvisionAsync(communes.Select(tenant => tenant.Commune), FanOutLimits.Default, null, CancellationToken.None);
        if (outcomes.Count != size || outcomes.FirstOrDefault(outcome => outcome.Error is not null) is { Error: not null })
        {
            throw new InvalidOperationException("Not every commune was provisioned.", outcomes.FirstOrDefault(outcome => outcome.Error is not null)?.Error);
        }
    }

    private static async Task RunAsync(PlatformHost host, string job, string key, int size)
    {
        var result = await host.Services.GetRequiredService<CommuneJobRunner>().RunAsync(new(job, key), null, CancellationToken.None);
        if (result.Verdict != JobVerdict.Completed || result.Done != size)
        {
            throw new InvalidOperationException($"{job}: {result.Verdict}, {result.Done} of {size}: {result.Failures.Values.FirstOrDefault()}");
        }
    }

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }
}
