using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>
/// What <c>action-plan.yaml</c> holds that was never brought from it. Axes and activities are known by their numbers, texts by their words. Nothing that
/// is there is changed, and what the commune archived, moved, removed or reworded does not come back.
/// </summary>
internal sealed class PlanAdditions(SeedLedger brought)
{
    /// <summary>In a database older than its ledger nobody knows which texts the commune took away: they all count as brought.</summary>
    private readonly bool textsAreKnown = brought.HasBegun;

    /// <summary>All of it came: a plan that was not there before.</summary>
    public void Remember(Plan plan) => Remember(KeysOf(plan));

    /// <summary>Whether there is anything to complete: most of the time a folder has not changed.</summary>
    public bool HasNews(Plan file) => KeysOf(file).Any(key => !brought.Knows(key));

    /// <param name="there">With its axes, activities and indicators.</param>
    /// <param name="file">What is new of it moves to the plan that is there.</param>
    public void Complete(Plan there, Plan file)
    {
        if (News(file.Goals, "goal") is { Count: > 0 } goals)
        {
            there.Describe(there.Title, there.Frame, [.. there.Goals, .. goals]);
        }

        there.Preparation.AddRange(file.Preparation.Where(step => brought.IsNew(KeyOf(step)) && textsAreKnown));
        foreach (var axis in file.Axes)
        {
            var known = there.Axes.Find(other => other.Number == axis.Number);
            if (brought.IsNew(KeyOf(axis)) && known is null)
            {
                Remember(KeysOf(axis));
                there.Axes.Add(axis);
            }
            else
            {
                Complete(known, axis);
            }
        }
    }

    /// <param name="there">None where the commune took the axis away: then nothing of it comes, now or later.</param>
    private void Complete(Axis? there, Axis file)
    {
        var objectives = News(file.Objectives, ObjectivesOf(file));
        var success = file.SuccessIndicators.Where(indicator => IsNew(indicator.Text, SuccessOf(file))).ToList();
        if (there is not null && objectives.Count + success.Count > 0)
        {
            there.Describe(there.Title, there.StandardAxis, [.. there.Objectives, .. objectives], [.. there.SuccessIndicators, .. success]);
        }

        foreach (var activity in file.Activities.ToList())
        {
            var key = KeyOf(file, activity);
            var known = there?.Activities.Find(other => other.Number == activity.Number);
            if (brought.IsNew(key) && known is null && there is not null)
            {
                Remember(KeysOf(file, activity));
                there.Activities.Add(activity);
                continue;
            }

            var indicators = activity.Indicators.Where(indicator => IsNew(indicator.Text, key)).ToList();
            if (known is not null && indicators.Count > 0)
            {
                known.Describe(known.Title, known.Priority, known.Origin, known.OpennessProject, [.. known.Indicators, .. indicators]);
            }
        }
    }

    private void Remember(IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            brought.IsNew(key);
        }
    }

    private List<LocalizedText> News(IEnumerable<LocalizedText> texts, string list) => [.. texts.Where(text => IsNew(text, list))];

    private bool IsNew(LocalizedText text, string list) => brought.IsNew(SeedKeys.Of(list, text)) && textsAreKnown;

    private static IEnumerable<string> KeysOf(Plan plan) => plan.Goals.Select(goal => SeedKeys.Of("goal", goal))
        .Concat(plan.Preparation.Select(KeyOf))
        .Concat(plan.Axes.SelectMany(KeysOf));

    private static IEnumerable<string> KeysOf(Axis axis) => axis.Objectives.Select(objective => SeedKeys.Of(ObjectivesOf(axis), objective))
        .Concat(axis.SuccessIndicators.Select(indicator => SeedKeys.Of(SuccessOf(axis), indicator.Text)))
        .Concat(axis.Activities.SelectMany(activity => KeysOf(axis, activity)))
        .Prepend(KeyOf(axis));

    private static IEnumerable<string> KeysOf(Axis axis, Activity activity) =>
        activity.Indicators.Select(indicator => SeedKeys.Of(KeyOf(axis, activity), indicator.Text)).Prepend(KeyOf(axis, activity));

    private static string ObjectivesOf(Axis axis) => KeyOf(axis) + "/objective";

    private static string SuccessOf(Axis axis) => KeyOf(axis) + "/success";

    private static string KeyOf(Axis axis) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"axis:{axis.Number}");

    private static string KeyOf(Axis axis, Activity activity) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"activity:{axis.Number}.{activity.Number}");

    private static string KeyOf(PreparationEvent step) => SeedKeys.Of($"preparation:{step.HeldOn:yyyy-MM-dd}", step.Title);
}
