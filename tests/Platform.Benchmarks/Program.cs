using Platform.Benchmarks;
using Platform.Benchmarks.CachedPages;
using Platform.Benchmarks.Growth;
using Platform.Benchmarks.Pages;
using Platform.Benchmarks.Participation;
using Platform.Benchmarks.Snapshots;

// Started by the benchmarks themselves: work that must not share a process with what is measured.
switch (args)
{
    case [LoadGenerator.Argument]:
        await LoadGenerator.RunAsync();
        return 0;
    case [Crowd.Argument]:
        await Crowd.RunAsync();
        return 0;
    case [GrowthRun.Argument, var size]:
        await GrowthRun.RunAsync(int.Parse(size, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
}

var quick = args.Contains("--quick");
var only = args.FirstOrDefault(argument => argument.StartsWith("--only=", StringComparison.Ordinal))?["--only=".Length..];
(string Name, Func<Task<IReadOnlyList<Row>>> Run)[] parts =
[
    ("cached", CachedPage.MeasureAsync),
    ("plan", PlanPage.MeasureAsync),
    ("snapshot", SnapshotCost.MeasureAsync),
    ("growth", () => GrowthTable.MeasureAsync(quick ? [12, 200] : [12, 200, 1503])),
    ("dashboard", DashboardCost.MeasureAsync),
    ("rush", Rush.MeasureAsync),
    ("remarks", BigRoundCost.MeasureAsync),
];

var report = new Report(TimeProvider.System);
foreach (var (name, run) in parts.Where(part => only is null || part.Name == only))
{
    Console.Error.WriteLine($"{report.Elapsed:mm\\:ss} {name} …");
    try
    {
        report.Add(await run());
    }
    catch (Exception error)
    {
        Console.Error.WriteLine(error);
        report.Add([new(name, "not measured: " + error.Message, "–", "", Held: false)]);
    }
}

Console.WriteLine(report.ToMarkdown());
if (only is null && !quick)
{
    report.WriteInto(Path.Combine(Platform.TestKit.Repository.Root, "tests", "Platform.Benchmarks", "README.md"));
}

return 0;
