using static Platform.TestKit.SeedYaml;

namespace Platform.TestKit;

public sealed record SeedActivity(int Number, string Title, string? Priority, IReadOnlyList<string> Indicators);

public sealed record SeedAxis(int Number, string Title, IReadOnlyList<string> Objectives, IReadOnlyList<SeedActivity> Activities, IReadOnlyList<string> Success);

/// <summary>The plans of tenants/ as plain words, for tests that write the communes' documents anew.</summary>
public static class SeedPlans
{
    public static IReadOnlyList<SeedAxis> Of(string commune) =>
    [
        .. Items(Root(commune, "action-plan.yaml"), "axes").Select(axis => new SeedAxis(
            int.Parse(Text(axis, "number")!, System.Globalization.CultureInfo.InvariantCulture),
            Text(axis["title"], "ar")!,
            [.. Items(axis, "objectives").Select(objective => Text(objective, "ar")!)],
            [
                .. Items(axis, "activities").Select(activity => new SeedActivity(
                    int.Parse(Text(activity, "number")!, System.Globalization.CultureInfo.InvariantCulture),
                    Text(activity["title"], "ar")!,
                    Text(activity, "priority"),
                    [.. Items(activity, "indicators").Select(indicator => Text(indicator["text"], "ar")!)])),
            ],
            [.. Items(axis, "successIndicators").Select(indicator => Text(indicator["text"], "ar")!)])),
    ];
}
