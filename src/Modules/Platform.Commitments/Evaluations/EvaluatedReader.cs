using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.Charter;
using Platform.Commitments.Charter.FollowUp;
using Platform.Commitments.OpennessProgramme;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui;

namespace Platform.Commitments.Evaluations;

/// <summary>What there is to evaluate: of the documents that everybody sees today, all that they hold.</summary>
internal sealed class EvaluatedReader(
    CommuneContext db, OpennessReader programmes, CharterReader charters, FollowUpReader followUp, TimeProvider time,
    IStringLocalizer<ActionPlanTexts> planWords, IStringLocalizer<OpennessTexts> opennessWords, IStringLocalizer<FollowUpTexts> followUpWords)
{
    private readonly DateOnly today = time.TodayInMorocco();

    /// <returns>None where the commune has published no such document.</returns>
    public Task<EvaluatedDocument?> TodayAsync(Evaluated about, CancellationToken cancellation) => about switch
    {
        Evaluated.ActionPlan => PlanAsync(cancellation),
        Evaluated.Openness => OpennessAsync(cancellation),
        _ => CharterAsync(cancellation),
    };

    /// <summary>Where a thing that was judged is found today.</summary>
    public static string LinkOf(Evaluation evaluation, string thing, string reference) => (evaluation.About, thing) switch
    {
        (Evaluated.ActionPlan, EvaluatedDocuments.Whole) => string.Create(CultureInfo.InvariantCulture, $"/action-plan?plan={evaluation.Document}"),
        (Evaluated.ActionPlan, _) => string.Create(CultureInfo.InvariantCulture, $"{PlanActivity.LinkOf(reference)}?plan={evaluation.Document}"),
        (Evaluated.Openness, EvaluatedDocuments.Whole) => "/openness",
        (Evaluated.Openness, _) => "/openness/projects/" + reference,
        (_, EvaluatedDocuments.Whole) => string.Create(CultureInfo.InvariantCulture, $"/charter/versions/{evaluation.Document}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"/charter/versions/{evaluation.Document}#{Commitment.AnchorOf(reference)}"),
    };

    private static EvaluatedThing WholeOf(LocalizedText title, string link) => new(EvaluatedDocuments.Whole, "", title, link);

    private async Task<EvaluatedDocument?> PlanAsync(CancellationToken cancellation)
    {
        if (await db.CurrentPlan(today).AsNoTracking().FirstOrDefaultAsync(cancellation) is not { } plan)
        {
            return null;
        }

        var activities = (await db.ReadAxesAsync(plan, today, cancellation)).SelectMany(axis => axis.Activities);
        return new(Evaluated.ActionPlan, plan.Number, plan.Title,
        [
            .. activities.Select(activity => new EvaluatedThing(
                EvaluatedDocuments.OfActivity(activity.Id), activity.Reference, activity.Title, activity.Link,
                $"{planWords["Status" + activity.Status]} · {Formats.Percent(activity.Percent)}", PlanLabels.Kind(activity.Status))),
            WholeOf(plan.Title, "/action-plan"),
        ]);
    }

    private async Task<EvaluatedDocument?> OpennessAsync(CancellationToken cancellation)
    {
        if (await programmes.WholeAsync(cancellation) is not { } programme)
        {
            return null;
        }

        return new(Evaluated.Openness, 1, programme.Title,
        [
            .. programme.Projects.Select(project =>
            {
                var number = project.Number.ToString(CultureInfo.InvariantCulture);
                var said = project.CompletionOn(today)?.Completion;
                return new EvaluatedThing(
                    EvaluatedDocuments.OfProject(project.Id), number, project.Title, "/openness/projects/" + number,
                    said is null ? null : opennessWords["Completion_" + said].Value, said is { } known ? OpennessLabels.Kind(known) : "neutral");
            }),
            WholeOf(programme.Title, "/openness"),
        ]);
    }

    private async Task<EvaluatedDocument?> CharterAsync(CancellationToken cancellation)
    {
        if (await charters.InForceAsync(cancellation) is not { } charter)
        {
            return null;
        }

        var standings = await followUp.StandingsAsync(cancellation);
        return new(Evaluated.Charter, charter.Number, charter.Title,
        [
            .. charter.Commitments.OrderBy(commitment => commitment.Position).Select(commitment =>
            {
                var now = standings.GetValueOrDefault(commitment.Key)?.Now;
                return new EvaluatedThing(
                    EvaluatedDocuments.OfCommitment(commitment.Key), commitment.Number, commitment.Text, "/charter#" + commitment.Anchor,
                    now is null ? null : followUpWords["State_" + now.State].Value, now?.State == CommitmentState.Kept ? "success" : "neutral");
            }),
            WholeOf(charter.Title, "/charter"),
        ]);
    }
}
