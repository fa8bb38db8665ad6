using System.Globalization;
using System.Text.Json;

namespace Platform.Benchmarks.Growth;

/// <summary>How time and memory grow with the number of communes, as ratios to the smallest run.</summary>
internal static class GrowthTable
{
    private const double Megabyte = 1 << 20;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(IReadOnlyList<int> sizes)
    {
        var runs = new List<GrowthFigures>();
        foreach (var size in sizes)
        {
            runs.Add(await RunAsync(size));
            Console.Error.WriteLine(runs[^1]);
        }

        return
        [
            Line("provisioning (catalog, database, library)", runs, run => run.Provision, proportional: true),
            Line("snapshot run, all communes", runs, run => run.Snapshot, proportional: true),
            Line("intake, all communes", runs, run => run.Intake, proportional: true),
            Line("first page of the dashboard, uncached", runs, run => run.Dashboard, proportional: false),
            new(
                $"growth over {Sizes(runs)} communes: memory (working set)",
                string.Join(", ", runs.Select(run => string.Create(CultureInfo.InvariantCulture, $"{run.MemoryAfter / Megabyte:F0} MB ({run.MemoryBefore / Megabyte:F0} before), {run.OpenFiles} open files"))),
                string.Join(" : ", runs.Select(run => Machine.Round((double)run.MemoryAfter / runs[0].MemoryAfter))), "", null),
        ];
    }

    private static async Task<GrowthFigures> RunAsync(int size)
    {
        using var child = ChildProcess.Start(GrowthRun.Argument, size.ToString(CultureInfo.InvariantCulture));
        var output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return child.ExitCode == 0
            ? JsonSerializer.Deserialize<GrowthFigures>(output)!
            : throw new InvalidOperationException($"The run over {size} communes failed.");
    }

    private static Row Line(string what, List<GrowthFigures> runs, Func<GrowthFigures, double> seconds, bool proportional)
    {
        var ratios = string.Join(" : ", runs.Select(run => Machine.Round(seconds(run) / seconds(runs[0]), 1)));
        var each = proportional
            ? "; per commune " + string.Join(", ", runs.Select(run => Machine.Round(seconds(run) / run.Communes * 1000, 1))) + " ms"
            : "";
        var times = string.Join(", ", runs.Select(run => seconds(run) < 1 ? Machine.Round(seconds(run) * 1000, 0) + " ms" : Machine.Round(seconds(run), 1) + " s"));
        return new($"growth over {Sizes(runs)} communes: {what}", times + each, ratios, "", null);
    }

    private static string Sizes(List<GrowthFigures> runs) => string.Join(" : ", runs.Select(run => run.Communes.ToString("N0", CultureInfo.InvariantCulture)));
}
