using Platform.Commitments.ActionPlan.Exchange;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>What applying an import did, by the numbers that axes and activities have.</summary>
/// <param name="Plan">Number of the plan.</param>
/// <param name="PlanAdded">There was no plan before.</param>
internal sealed record ImportOutcome(
    int Plan,
    bool PlanAdded,
    IReadOnlyList<ChangedAxis> Axes,
    IReadOnlyList<ChangedActivity> Activities,
    int Skipped)
{
    /// <summary>Title, frame and goals of the plan; none where they were left alone.</summary>
    public ChangedTexts? Described { get; init; }

    /// <summary>Entries of the history that were added.</summary>
    public int States { get; init; }

    /// <summary>Meetings, rounds and the adoption that were brought in.</summary>
    public IReadOnlyList<ChangedStep> Way { get; init; } = [];

    /// <summary>The plan whose place was taken by the adoption, if one was.</summary>
    public SupersededPlan? Superseded { get; init; }

    public int AxesAdded => Axes.Count(axis => axis.Before is null);

    public int AxesUpdated => Axes.Count(axis => axis.Before is not null);

    public int ActivitiesAdded => Activities.Count(activity => activity.Before is null);

    public int ActivitiesUpdated => Activities.Count(activity => activity.Before is not null);
}

/// <param name="Before">None where the step was added.</param>
internal sealed record ChangedStep(PlanTexts? Before, PlanTexts After);

/// <param name="Before">The day on which it was superseded before, if one was known.</param>
internal sealed record SupersededPlan(int Number, DateOnly? Before);

internal sealed record ChangedTexts(PlanTexts Before, PlanTexts After);

/// <param name="Before">None where the axis was added.</param>
internal sealed record ChangedAxis(int Number, PlanTexts? Before, PlanTexts After);

/// <param name="Before">None where the activity was added.</param>
internal sealed record ChangedActivity(int Axis, int Number, PlanTexts? Before, PlanTexts After)
{
    public string Reference => PlanActivity.ReferenceOf(Axis, Number);
}
