using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Commitments.ActionPlan;

/// <summary><c>GET /api/v1/action-plan</c>.</summary>
internal static class PlanApi
{
    public static void MapPlanApi(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/v1/action-plan", GetAsync)
        .WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.ActionPlan))
        .WithName("GetActionPlan")
        .WithTags("Action plan")
        .WithSummary("The commune's action plan of citizen participation: axes, activities and how far they are today")
        .WithDescription("A field that the plan does not give is null.")
        .Refuses(StatusCodes.Status404NotFound, "The commune has no action plan.")
        .CacheOutput(PublicCache.Policy);

    private static async Task<Results<Ok<PlanDocument>, ProblemHttpResult>> GetAsync(
        CommuneContext db, TimeProvider time, CurrentCommune commune, IStringLocalizer<ActionPlanTexts> texts, CancellationToken cancellation)
    {
        var today = time.TodayInMorocco();
        var plan = await db.ReadPlanAsync(today, cancellation);
        if (plan is null)
        {
            return TypedResults.Problem(texts["NoPlan"], statusCode: StatusCodes.Status404NotFound);
        }

        var axes = await db.ReadAxesAsync(today, cancellation);
        var indicators = (await db.Set<ActivityIndicator>().AsNoTracking().OrderBy(indicator => indicator.Id).ToListAsync(cancellation))
            .ToLookup(indicator => indicator.ActivityId, indicator => new IndicatorItem(indicator.Text, indicator.Indicator));
        var success = (await db.Set<SuccessIndicator>().AsNoTracking().OrderBy(indicator => indicator.Id).ToListAsync(cancellation))
            .ToLookup(indicator => indicator.AxisId, indicator => new IndicatorItem(indicator.Text, indicator.Indicator));
        var ofAxes = await db.Set<Axis>().AsNoTracking().Select(axis => new { axis.Id, axis.Source }).ToDictionaryAsync(axis => axis.Id, axis => axis.Source, cancellation);
        var ofActivities = await db.Set<Activity>().AsNoTracking()
            .Select(activity => new { activity.Id, activity.Source }).ToDictionaryAsync(activity => activity.Id, activity => activity.Source, cancellation);
        return TypedResults.Ok(new PlanDocument(
            plan.Title,
            plan.StageAt(today),
            plan.AdoptedOn,
            plan.Session,
            today,
            commune.Value.Demonstration,
            plan.Frame,
            plan.Goals,
            [.. plan.Preparation.Select(step => new PreparationItem(step.HeldOn, step.Title, step.Place, step.Text, step.Source))],
            PlanProgress.Of(axes.SelectMany(axis => axis.Activities).Select(activity => activity.Standing)),
            [.. axes.Select(axis => AxisItem.Of(axis, indicators, success[axis.Id], ofAxes, ofActivities))],
            plan.Deliberation,
            plan.ForceFrom ?? plan.AdoptedOn,
            [.. plan.Rounds.Select(round => new RoundItem(round.Number, round.From, round.To, round.Title, round.Invitation, round.Outcome))],
            plan.Source));
    }
}

/// <summary>The action plan, whole.</summary>
/// <param name="Title">Title of the plan.</param>
/// <param name="Stage">How far the plan is: being prepared, adopted or ended.</param>
/// <param name="AdoptedOn">Day of adoption, where it is known.</param>
/// <param name="Session">The session of the council that adopted it.</param>
/// <param name="AsOf">The day whose state this is.</param>
/// <param name="Demonstration">The commune's data was generated to show the platform.</param>
/// <param name="Frame">The frame that the plan names for itself.</param>
/// <param name="Goals">General goals of the plan.</param>
/// <param name="Preparation">Meetings and steps that prepared the plan, from the first.</param>
/// <param name="Progress">Percent, 0 to 100: mean of the activities' percents by weight, cancelled ones left out; null where none counts.</param>
/// <param name="Axes">Axes in the order of the plan.</param>
/// <param name="Deliberation">Number of the council's decision that adopted it.</param>
/// <param name="ForceFrom">The day from which it holds, where it is known.</param>
/// <param name="Rounds">Rounds of consultation on its draft, from the first.</param>
/// <param name="Source">The document and section that it is taken from.</param>
internal sealed record PlanDocument(
    LocalizedText Title,
    PlanStage Stage,
    DateOnly? AdoptedOn,
    LocalizedText? Session,
    DateOnly AsOf,
    bool Demonstration,
    LocalizedText? Frame,
    IReadOnlyList<LocalizedText> Goals,
    IReadOnlyList<PreparationItem> Preparation,
    decimal? Progress,
    IReadOnlyList<AxisItem> Axes,
    string? Deliberation,
    DateOnly? ForceFrom,
    IReadOnlyList<RoundItem> Rounds,
    SeedSource? Source);

/// <summary>A round of consultation on the draft of the plan.</summary>
/// <param name="Number">From 1.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Invitation">Where and how to take part.</param>
/// <param name="Outcome">What was said, and what the commune made of it.</param>
internal sealed record RoundItem(int Number, DateOnly From, DateOnly To, LocalizedText Title, LocalizedText? Invitation, LocalizedText? Outcome);

/// <summary>A step of the preparation of the plan.</summary>
/// <param name="On">The day that it took place.</param>
/// <param name="Title">What it was.</param>
/// <param name="Place">Where.</param>
/// <param name="Text">What the document tells of it.</param>
/// <param name="Source">The document and section that it is taken from.</param>
internal sealed record PreparationItem(DateOnly On, LocalizedText Title, LocalizedText? Place, LocalizedText? Text, SeedSource? Source);

/// <summary>An indicator that the plan names.</summary>
/// <param name="Text">The plan's own words.</param>
/// <param name="Indicator">Code in the library of indicators, or null.</param>
internal sealed record IndicatorItem(LocalizedText Text, string? Indicator);

/// <summary>An axis of the plan.</summary>
/// <param name="Number">Number in the plan, from 1.</param>
/// <param name="StandardAxis">Number of the axis of the DGCT frame that it stems from.</param>
/// <param name="Title">Title of the axis.</param>
/// <param name="Objectives">Objectives of the axis.</param>
/// <param name="Activities">Activities in the order of the plan.</param>
/// <param name="SuccessIndicators">Indicators of success of the axis.</param>
/// <param name="Progress">Percent, 0 to 100: mean of its activities' percents by weight, cancelled ones left out; null where none counts.</param>
/// <param name="Missing">What the original document lost.</param>
/// <param name="Source">The document and section that it is taken from.</param>
internal sealed record AxisItem(
    int Number,
    int? StandardAxis,
    LocalizedText Title,
    IReadOnlyList<LocalizedText> Objectives,
    IReadOnlyList<ActivityItem> Activities,
    IEnumerable<IndicatorItem> SuccessIndicators,
    decimal? Progress,
    LocalizedText? Missing,
    SeedSource? Source)
{
    public static AxisItem Of(
        PlanAxis axis, ILookup<int, IndicatorItem> indicators, IEnumerable<IndicatorItem> success,
        IReadOnlyDictionary<int, SeedSource?> ofAxes, IReadOnlyDictionary<int, SeedSource?> ofActivities) => new(
        axis.Number, axis.StandardAxis, axis.Title, axis.Objectives,
        [.. axis.Activities.Select(activity => ActivityItem.Of(activity, indicators[activity.Id], ofActivities.GetValueOrDefault(activity.Id)))], success, axis.Progress,
        axis.Missing, ofAxes.GetValueOrDefault(axis.Id));
}

/// <summary>An activity of the plan.</summary>
/// <param name="Reference">Number of the axis and of the activity: <c>2.1</c>.</param>
/// <param name="Title">Title of the activity.</param>
/// <param name="Priority">1 (first) to 3, or null where none is given.</param>
/// <param name="Origin">Who proposed it: the commune, the associations, or unknown.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Progress">Percent, 0 to 100.</param>
/// <param name="PlannedStart">First planned day.</param>
/// <param name="PlannedEnd">Last planned day.</param>
/// <param name="Late">Its last planned day is over, and it is neither completed nor cancelled.</param>
/// <param name="Responsible">Who is to carry it out.</param>
/// <param name="Indicators">Indicators that the plan names for it.</param>
/// <param name="Missing">What the original document lost.</param>
/// <param name="Partners">Who takes part in it.</param>
/// <param name="Budget">In dirhams.</param>
/// <param name="BudgetSource">Who pays.</param>
/// <param name="Weight">How much it counts in the progress of its axis and of the plan; 1 unless the commune says otherwise.</param>
/// <param name="OpennessProject">Number of the openness project that it answers to, in the national list.</param>
/// <param name="Source">The document and section that it is taken from.</param>
internal sealed record ActivityItem(
    string Reference,
    LocalizedText Title,
    int? Priority,
    ActivityOrigin Origin,
    ActivityStatus Status,
    int Progress,
    DateOnly? PlannedStart,
    DateOnly? PlannedEnd,
    bool Late,
    LocalizedText? Responsible,
    IEnumerable<IndicatorItem> Indicators,
    LocalizedText? Missing,
    LocalizedText? Partners,
    decimal? Budget,
    LocalizedText? BudgetSource,
    decimal Weight,
    int? OpennessProject,
    SeedSource? Source)
{
    public static ActivityItem Of(PlanActivity activity, IEnumerable<IndicatorItem> indicators, SeedSource? source) => new(
        activity.Reference, activity.Title, activity.Priority, activity.Origin, activity.Status, activity.Percent, activity.PlannedStart,
        activity.PlannedEnd, activity.IsLate, activity.Responsible, indicators, activity.Missing, activity.Partners, activity.Budget,
        activity.BudgetSource, activity.Weight, activity.OpennessProject, source);
}
