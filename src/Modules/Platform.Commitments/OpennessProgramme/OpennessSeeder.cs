using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Time;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>
/// Reads <c>openness-programme.yaml</c>, and the networks of <c>commune.yaml</c>. What was brought once belongs to the commune; later only what was added
/// to the files comes (<see cref="ProgrammeAdditions"/>).
/// </summary>
internal sealed class OpennessSeeder(CommuneContext db, TimeProvider time) : ICommuneSeeder
{
    public int Order => 300;

    public async Task SeedAsync(SeedFolder folder, CancellationToken cancellation)
    {
        var networks = (folder.Yaml("commune.yaml")?.Items("networks") ?? []).Select(ReadNetwork).ToList();
        if (networks.Count > 0)
        {
            var known = await SeedLedger.OpenAsync(db, "networks", cancellation);
            var all = known.HasBegun || !await db.Set<Network>().AnyAsync(cancellation);
            db.AddRange(networks.Where(network => known.IsNew(SeedKeys.Of("network", network.Name)) && all));
        }

        if (folder.Yaml("openness-programme.yaml") is not { } root)
        {
            return;
        }

        var programme = Read(root);
        var brought = await SeedLedger.OpenAsync(db, "openness-programme", cancellation);
        var hadBegun = brought.HasBegun;
        var additions = new ProgrammeAdditions(brought);
        if (await ThereAsync(cancellation) is { } there)
        {
            additions.Complete(there, programme);
        }
        else if (!hadBegun)
        {
            db.Add(programme);
            additions.Remember(programme);
        }
    }

    private Task<Programme?> ThereAsync(CancellationToken cancellation) => db.Set<Programme>()
        .Include(programme => programme.Statements)
        .Include(programme => programme.Projects)
        .Include(programme => programme.Milestones)
        .Include(programme => programme.Members)
        .Include(programme => programme.Figures)
        .AsSplitQuery()
        .OrderBy(programme => programme.Id)
        .FirstOrDefaultAsync(cancellation);

    private static Network ReadNetwork(SeedNode node, int at)
    {
        node.Allow("name", "charter", "source");
        return Network.Of(at + 1, node.RequiredLocalized("name"), node.Localized("charter"), node.Source());
    }

    private Programme Read(SeedNode root)
    {
        root.Allow(
            "title", "source", "sections", "goals", "principles", "priorityAxes", "projects", "milestones", "method", "committee", "figures", "workFile", "nextSteps");
        var source = root.Source();
        var sections = root.Child("sections")?.Allow("goals", "principles", "priorityAxes", "method", "workFile", "nextSteps");
        var programme = Programme.Of(root.RequiredLocalized("title"), time.UtcNow(), source);
        programme.Statements.AddRange(
        [
            .. root.Items("goals").Select((node, at) => Statement.Of(
                StatementKind.Goal, at + 1, node.Allow("title", "text").RequiredLocalized("title"), node.Localized("text"), Of("goals"))),
            .. Texts(root, "principles", StatementKind.Principle, Of("principles")),
            .. root.Items("priorityAxes").Select((node, at) => Statement.Of(
                StatementKind.PriorityAxis, at + 1, node.Allow("title").RequiredLocalized("title"), source: Of("priorityAxes"))),
            .. root.Items("method").Select((node, at) => ReadStep(node, at, Of("method"))),
            .. Texts(root, "workFile", StatementKind.WorkFile, Of("workFile")),
            .. Texts(root, "nextSteps", StatementKind.NextStep, Of("nextSteps")),
        ]);
        programme.Projects.AddRange(ReadProjects(root, source));
        programme.Milestones.AddRange(root.Items("milestones").Select(node => ReadMilestone(node, source)));
        programme.Figures.AddRange(root.Items("figures").Select((node, at) => Figure.Of(
            at + 1,
            node.Allow("key", "label", "value", "event", "on", "source").RequiredText("key", Figure.KeyLength),
            node.RequiredLocalized("label"), node.RequiredWhole("value"), node.Localized("event"), node.Date("on"), node.Source(source))));
        if (root.Child("committee") is { } committee)
        {
            ReadCommittee(programme, committee, source);
        }

        return programme;

        // Where a list stands in the document of the programme.
        SeedSource? Of(string list) => source is not null && sections?.Text(list, SeedSource.SectionLength) is { } section ? source with { Section = section } : source;
    }

    private static IEnumerable<Statement> Texts(SeedNode root, string key, StatementKind kind, SeedSource? source) =>
        root.Items(key).Select((node, at) => Statement.Of(kind, at + 1, node.AsLocalized(), source: source));

    private static Statement ReadStep(SeedNode node, int at, SeedSource? source)
    {
        if (node.Allow("step", "title").RequiredWhole("step", 1) != at + 1)
        {
            node.Refuse($"Steps are numbered without gaps: this one is step {at + 1}.");
        }

        return Statement.Of(StatementKind.Step, at + 1, node.RequiredLocalized("title"), source: source);
    }

    private static List<Project> ReadProjects(SeedNode root, SeedSource? inherited)
    {
        var projects = new List<Project>();
        foreach (var node in root.Items("projects"))
        {
            node.Allow(
                "number", "title", "cardTitle", "cardNumber", "problem", "solutions", "funding", "followUpIndicators", "impactIndicators", "source",
                "lead", "partners");
            var number = node.RequiredWhole("number", 1, Project.HighestNumber);
            if (projects.Exists(other => other.Number == number))
            {
                node.Refuse($"The number {number} is used twice.");
            }

            var project = Project.Of(
                number, node.RequiredLocalized("title"), node.Localized("cardTitle"), node.Whole("cardNumber", 1, Project.HighestNumber), node.Source(inherited));
            project.Describe(node.Localized("problem"), node.Localized("solutions"), node.Localized("funding"));
            project.Entrust(node.Localized("lead"), node.Localized("partners"));
            project.Indicators.AddRange(
            [
                .. Indicators(node, "followUpIndicators", ProjectIndicatorKind.FollowUp),
                .. Indicators(node, "impactIndicators", ProjectIndicatorKind.Impact),
            ]);
            projects.Add(project);
        }

        return projects;
    }

    private static IEnumerable<ProjectIndicator> Indicators(SeedNode project, string key, ProjectIndicatorKind kind) =>
        project.Items(key).Select((node, at) => ProjectIndicator.Of(kind, at + 1, node.AsLocalized()));

    private static Milestone ReadMilestone(SeedNode node, SeedSource? inherited)
    {
        node.Allow("from", "to", "precision", "title", "place", "kept", "source");
        var from = node.RequiredDate("from");
        var to = node.Date("to");
        if (to < from)
        {
            node.Refuse("'to' must not lie before 'from'.");
        }

        return Milestone.Of(
            from, to, node.RequiredWord<DatePrecision>("precision"), node.RequiredLocalized("title"), node.Localized("place"),
            node.YesNo("kept"), node.Source(inherited));
    }

    private static void ReadCommittee(Programme programme, SeedNode committee, SeedSource? inherited)
    {
        committee.Allow("decision", "source", "members");
        var decision = committee.Child("decision")?.Allow("on", "number", "text");
        programme.SetUpCommittee(
            decision?.Date("on"), decision?.Text("number", Programme.DecisionNumberLength), decision?.Localized("text"), committee.Source(inherited));
        programme.Members.AddRange(committee.Items("members").Select((node, at) => CommitteeMember.Of(
            at + 1,
            node.Allow("name", "group", "function", "role").RequiredWord<CommitteeGroup>("group"),
            node.RequiredText("name", CommitteeMember.NameLength), node.Localized("function"), node.Localized("role"))));
    }
}
