using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.ActionPlan;

/// <summary>
/// Brings <c>action-plan.yaml</c> into a commune that has no plan yet, and later what was added to the file (<see cref="PlanAdditions"/>). A commune
/// without a folder of its own begins with the seven standard axes as a draft. Once there is a plan it is the commune's: nothing of it is changed.
/// </summary>
internal sealed partial class PlanSeeder(CommuneContext db, SeedRoot seeds, CurrentCommune commune, TimeProvider time) : ICommuneSeeder
{
    private const string Feature = "action-plan";
    private const string File = "action-plan.yaml";
    private const string StandardFile = "axes.yaml";

    public int Order => 200;

    public async Task SeedAsync(SeedFolder folder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var brought = await SeedLedger.OpenAsync(db, Feature, cancellation);
        var there = await db.Set<Plan>().AnyAsync(cancellation);
        var plan = folder.Exists ? Read(folder.Yaml(File), there ? time.TodayInMorocco() : null) : there ? null : FromStandardAxes();
        if (plan is null)
        {
            return;
        }

        var additions = new PlanAdditions(brought);
        if (!there && !brought.HasBegun)
        {
            db.Add(plan);
            additions.Remember(plan);
        }
        else if (additions.HasNews(plan) && await FirstPlanAsync(cancellation) is { SupersededOn: null } first)
        {
            additions.Complete(first, plan);
        }
    }

    /// <summary>The plan that the file speaks of: later ones are written in the workspace.</summary>
    private Task<Plan?> FirstPlanAsync(CancellationToken cancellation) => db.Set<Plan>()
        .Include(plan => plan.Preparation)
        .Include(plan => plan.Axes).ThenInclude(axis => axis.SuccessIndicators)
        .Include(plan => plan.Axes).ThenInclude(axis => axis.Activities).ThenInclude(activity => activity.Indicators)
        .AsSplitQuery()
        .SingleOrDefaultAsync(plan => plan.Number == 1, cancellation);

    /// <param name="addedOn">The day from which what is read is part of the plan; none where the plan begins with it.</param>
    private Plan? Read(SeedNode? root, DateOnly? addedOn)
    {
        if (root is null)
        {
            return null;
        }

        root.Allow("title", "adopted", "source", "frame", "goals", "preparation", "axes");
        var source = root.Source();
        var plan = Plan.Of(
            root.RequiredLocalized("title"), root.Localized("frame"), [.. root.Items("goals").Select(goal => goal.AsLocalized())], source, time.UtcNow());
        if (root.Child("adopted") is { } adopted)
        {
            adopted.Allow("on", "session", "deliberation");
            var (on, session) = (adopted.Date("on"), adopted.Localized("session"));
            if (on is null && session is null)
            {
                adopted.Refuse("'adopted' must tell the day ('on') or the 'session'; leave it out where the plan is not adopted.");
            }
            else
            {
                plan.Adopt(on, session, adopted.Text("deliberation", Plan.DeliberationLength));
            }
        }

        plan.Preparation.AddRange(root.Items("preparation").Select(node => ReadPreparation(node, source)));
        var standard = StandardAxes(seeds).Select(axis => axis.Number).ToList();
        plan.Axes.AddRange(root.Items("axes").Select(node => ReadAxis(node, standard, source, addedOn)));
        RefuseTwice(root, "axis", plan.Axes.Select(axis => axis.Number));
        if (plan.Axes.Count == 0)
        {
            root.Refuse("'axes' is missing: a plan has at least one axis.");
        }

        return plan;
    }

    private static PreparationEvent ReadPreparation(SeedNode node, SeedSource? inherited)
    {
        node.Allow("on", "title", "place", "text", "source");
        return PreparationEvent.Of(
            node.RequiredDate("on"), node.RequiredLocalized("title"), node.Localized("place"), node.Localized("text"), node.Source(inherited));
    }

    private static Axis ReadAxis(SeedNode node, IReadOnlyList<int> frame, SeedSource? inherited, DateOnly? addedOn)
    {
        node.Allow("number", "standard", "title", "missing", "source", "objectives", "activities", "successIndicators");
        var standard = node.Whole("standard", 1, Axis.HighestNumber);
        if (standard is not null && !frame.Contains(standard.Value))
        {
            node.Refuse($"'standard' is no axis of the DGCT frame; _standard/{StandardFile} has: {string.Join(", ", frame)}.");
        }

        var source = node.Source(inherited);
        var axis = Axis.Of(
            Math.Max(1, node.RequiredWhole("number", 1, Axis.HighestNumber)),
            standard,
            node.RequiredLocalized("title"),
            [.. node.Items("objectives").Select(objective => objective.AsLocalized())],
            node.Localized("missing"),
            source,
            addedOn);
        axis.Activities.AddRange(node.Items("activities").Select(activity => ReadActivity(activity, source, addedOn)));
        RefuseTwice(node, "activity", axis.Activities.Select(activity => activity.Number));
        axis.SuccessIndicators.AddRange(node.Items("successIndicators").Select(indicator => SuccessIndicator.Of(ReadWording(indicator), ReadCode(indicator))));
        return axis;
    }

    private static Activity ReadActivity(SeedNode node, SeedSource? inherited, DateOnly? addedOn)
    {
        node.Allow(
            "number", "title", "priority", "origin", "indicators", "missing", "source", "project",
            "start", "end", "responsible", "partners", "budget", "budgetSource", "weight");
        var activity = Activity.Of(
            Math.Max(1, node.RequiredWhole("number", 1, Activity.HighestNumber)),
            node.RequiredLocalized("title"),
            node.Whole("priority", 1, Activity.LowestPriority),
            node.RequiredWord<ActivityOrigin>("origin"),
            [.. node.Items("indicators").Select(indicator => ActivityIndicator.Of(ReadWording(indicator), ReadCode(indicator)))],
            node.Localized("missing"),
            node.Source(inherited),
            node.Whole("project", 1),
            addedOn: addedOn);
        var (start, end, budget, weight) = (node.Date("start"), node.Date("end"), node.Number("budget"), node.Number("weight") ?? Activity.DefaultWeight);
        if (end < start)
        {
            node.Refuse("'end' must not lie before 'start'.");
        }
        else if (budget < 0 || weight <= 0)
        {
            node.Refuse("'budget' must not be negative, and 'weight' must be more than nothing.");
        }
        else
        {
            activity.Schedule(start, end);
            activity.Entrust(node.Localized("responsible"), node.Localized("partners"), budget, node.Localized("budgetSource"));
            activity.Weigh(weight);
        }

        return activity;
    }

    private static LocalizedText ReadWording(SeedNode node) => node.Allow("text", "indicator").RequiredLocalized("text");

    private static string? ReadCode(SeedNode node)
    {
        var code = node.Text("indicator", ActivityIndicator.CodeLength);
        if (code is not null && !Code().IsMatch(code))
        {
            node.Refuse($"'{code}' is no code of an indicator: lower case, digits and hyphens.");
        }

        return code;
    }

    private static void RefuseTwice(SeedNode node, string what, IEnumerable<int> numbers)
    {
        foreach (var twice in numbers.GroupBy(number => number).Where(group => group.Count() > 1))
        {
            node.Refuse(string.Create(CultureInfo.InvariantCulture, $"There are {twice.Count()} times {what} {twice.Key}: numbers are unique."));
        }
    }

    private Plan FromStandardAxes()
    {
        // Nobody has written it yet: it is published by those who do.
        var plan = Plan.Begin(1, StandardTitle(commune.Value.Name), time.UtcNow());
        plan.Axes.AddRange(StandardAxes(seeds));
        return plan;
    }

    /// <summary>The axes of the DGCT frame, without activities.</summary>
    public static IReadOnlyList<Axis> StandardAxes(SeedRoot seeds)
    {
        var standard = seeds.Standard;
        var axes = new List<Axis>();
        foreach (var node in standard.Yaml(StandardFile)?.Allow("axes").Items("axes") ?? [])
        {
            node.Allow("number", "title", "source");
            var number = Math.Max(1, node.RequiredWhole("number", 1, Axis.HighestNumber));
            axes.Add(Axis.Of(number, number, node.RequiredLocalized("title"), [], null, node.Source()));
        }

        standard.ThrowIfWrong();
        return axes;
    }

    internal static LocalizedText StandardTitle(LocalizedText name) => BothLanguages.Of(typeof(ActionPlanTexts), "StandardTitle", name);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Code();
}
