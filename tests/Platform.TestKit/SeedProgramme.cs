using System.Globalization;
using YamlDotNet.RepresentationModel;
using static Platform.TestKit.SeedYaml;

namespace Platform.TestKit;

public sealed record SeedMilestone(DateOnly From, DateOnly? To, bool Month, string Title);

public sealed record SeedMember(string Group, string Name, string Function, string Role);

/// <summary>The openness programme of a commune in tenants/ as plain words, for tests that write its document anew.</summary>
public sealed record SeedProgramme(
    IReadOnlyList<(string Title, string Text)> Goals,
    IReadOnlyList<string> Principles,
    IReadOnlyList<string> PriorityAxes,
    IReadOnlyList<(int Number, string Title)> Projects,
    IReadOnlyList<SeedMilestone> Milestones,
    IReadOnlyList<string> Method,
    string Decision,
    DateOnly DecisionOn,
    IReadOnlyList<SeedMember> Members,
    IReadOnlyList<(string Label, int Value)> Figures,
    IReadOnlyList<string> WorkFile,
    IReadOnlyList<string> NextSteps)
{
    public static SeedProgramme Of(string commune)
    {
        var root = Root(commune, "openness-programme.yaml");
        var decision = root["committee"]["decision"];
        return new SeedProgramme(
            [.. Items(root, "goals").Select(goal => (Text(goal["title"], "ar")!, Text(goal["text"], "ar")!))],
            [.. Items(root, "principles").Select(principle => Text(principle, "ar")!)],
            [.. Items(root, "priorityAxes").Select(axis => Text(axis["title"], "ar")!)],
            [.. Items(root, "projects").Select(project => (int.Parse(Text(project, "number")!, CultureInfo.InvariantCulture), Text(project["title"], "ar")!))],
            [.. Items(root, "milestones").Select(step => new SeedMilestone(Day(step, "from")!.Value, Day(step, "to"), Text(step, "precision") == "month", Text(step["title"], "ar")!))],
            [.. Items(root, "method").Select(step => Text(step["title"], "ar")!)],
            Text(decision["text"], "ar")!,
            Day(decision, "on")!.Value,
            [.. Items(root["committee"], "members").Select(member => new SeedMember(Text(member, "group")!, Text(member, "name")!, Text(member["function"], "ar")!, Text(member["role"], "ar")!))],
            [.. Items(root, "figures").Select(figure => (Text(figure["label"], "ar")!, int.Parse(Text(figure, "value")!, CultureInfo.InvariantCulture)))],
            [.. Items(root, "workFile").Select(paper => Text(paper, "ar")!)],
            [.. Items(root, "nextSteps").Select(step => Text(step, "ar")!)]);
    }

    private static DateOnly? Day(YamlNode node, string key) => Text(node, key) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
