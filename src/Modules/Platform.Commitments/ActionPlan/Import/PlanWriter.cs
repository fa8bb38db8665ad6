using Microsoft.EntityFrameworkCore;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.Importing;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>Brings texts that passed the rules into axes and activities.</summary>
/// <param name="addedOn">The day from which what is added is part of a plan that the public sees already.</param>
internal sealed class PlanWriter(CommuneContext db, DateOnly today, DateTime now, DateOnly? addedOn)
{
    /// <summary>Documents that the texts name.</summary>
    public Attachments Attachments { get; } = new();

    public Axis NewAxis(PlanTexts texts)
    {
        var axis = Axis.Of(
            texts.Whole(PlanField.Axis)!.Value,
            texts.Whole(PlanField.StandardAxis),
            texts.Localized(PlanField.AxisTitle)!,
            [.. texts.Items(PlanField.Objectives).Select(item => item.Text)],
            texts.Localized(PlanField.AxisMissing),
            texts.Source(PlanField.AxisSource),
            addedOn);
        axis.SuccessIndicators.AddRange(texts.Items(PlanField.SuccessIndicators).Select(item => SuccessIndicator.Of(item.Text, item.Code)));
        return axis;
    }

    /// <param name="states">Entries of its history, in the order of the file.</param>
    public Activity NewActivity(PlanTexts texts, IReadOnlyList<PlanTexts> states)
    {
        var activity = Activity.Of(
            texts.Whole(PlanField.Number)!.Value,
            texts.Localized(PlanField.Title)!,
            texts.Whole(PlanField.Priority),
            Word<ActivityOrigin>(texts[PlanField.Origin]),
            [.. texts.Items(PlanField.Indicators).Select(item => ActivityIndicator.Of(item.Text, item.Code))],
            texts.Localized(PlanField.Missing),
            texts.Source(PlanField.Source),
            texts.Whole(PlanField.Project),
            addedOn: addedOn);
        activity.Schedule(texts.Day(PlanField.Start), texts.Day(PlanField.End));
        activity.Entrust(texts.Localized(PlanField.Responsible), texts.Localized(PlanField.Partners), texts.Figure(PlanField.Budget), texts.Localized(PlanField.BudgetSource));
        activity.Weigh(texts.Figure(PlanField.Weight) ?? Activity.DefaultWeight);
        activity.Progress.AddRange(Told(states));
        var tells = texts.Keys.Any(key => PlanColumn.OfKey(key)!.Value.Field.IsOfEntry());
        if (EntryOf(texts) is { } entry && (entry.Status != ActivityStatus.Planned || tells) && !states.Any(state => state.SaysAs(texts)))
        {
            activity.Progress.Add(entry);
        }

        return activity;
    }

    public IEnumerable<ProgressEntry> Told(IEnumerable<PlanTexts> states) => states.OrderBy(state => state.Day(PlanField.Since)).Select(EntryOf).OfType<ProgressEntry>();

    /// <param name="fields">What is brought to the texts; where they say nothing, it is emptied.</param>
    public void Write(Plan plan, PlanTexts texts, IReadOnlySet<PlanField> fields)
    {
        var filled = Filled(texts, PlanTexts.Of(plan, ""), fields, null);
        plan.Describe(filled.Localized(PlanField.PlanTitle) ?? plan.Title, filled.Localized(PlanField.Frame), [.. filled.Items(PlanField.Goals).Select(item => item.Text)]);
        plan.Cite(filled.Source(PlanField.PlanSource));
        Attachments.Add(plan.DocumentsSubject, filled[PlanField.PlanDocuments]);
        db.EditedFrom(plan, plan.Revision);
    }

    /// <summary>A meeting, a round or the adoption: the one that is there is brought to the texts, or one more is added.</summary>
    /// <param name="plan">With its meetings and rounds.</param>
    public void Write(Plan plan, PlanTexts texts)
    {
        var title = texts.Localized(PlanField.WayTitle);
        var (place, text) = (texts.Localized(PlanField.WayPlace), texts.Localized(PlanField.WayText));
        switch (texts.Step)
        {
            case WayKind.Preparation:
                var on = texts.Day(PlanField.WayFrom)!.Value;
                if (plan.Preparation.Find(step => PlanTexts.Of(step).IsStep(texts)) is { } known)
                {
                    known.Describe(on, title!, place, text);
                    known.Cite(texts.Source(PlanField.WaySource));
                }
                else
                {
                    plan.Preparation.Add(PreparationEvent.Of(on, title!, place, text, texts.Source(PlanField.WaySource)));
                }

                break;
            case WayKind.Round:
                var (from, to) = (texts.Day(PlanField.WayFrom)!.Value, texts.Day(PlanField.WayTo)!.Value);
                var round = plan.Rounds.Find(round => PlanTexts.Of(round).IsStep(texts));
                if (round is null)
                {
                    round = PlanRound.Of(1 + plan.Rounds.Select(other => other.Number).DefaultIfEmpty(0).Max(), from, to, title!, place);
                    plan.Rounds.Add(round);
                }
                else
                {
                    db.EditedFrom(round, round.Revision);
                }

                round.Describe(from, to, title!, place, text);
                break;
            default:
                plan.Adopt(texts.Day(PlanField.WayFrom), title, place?.Ar, texts.Day(PlanField.WayForce));
                break;
        }

        if (db.Entry(plan).State != EntityState.Added)
        {
            db.EditedFrom(plan, plan.Revision);
        }
    }

    /// <param name="plan">With its meetings and rounds.</param>
    public void TakeBack(Plan plan, ChangedStep step)
    {
        if (step.Before is { } before)
        {
            Write(plan, before);
            return;
        }

        db.RemoveRange(plan.Preparation.Where(there => PlanTexts.Of(there).IsStep(step.After)));
        db.RemoveRange(plan.Rounds.Where(there => PlanTexts.Of(there).IsStep(step.After)));
        if (step.After.Step == WayKind.Adoption)
        {
            plan.TakeAdoptionBack();
        }

        db.EditedFrom(plan, plan.Revision);
    }

    /// <param name="fields">What is brought to the texts; where they say nothing, it is emptied.</param>
    public void Write(Axis axis, PlanTexts texts, IReadOnlySet<PlanField> fields)
    {
        var written = NewAxis(Filled(texts, PlanTexts.Of(axis), fields, PlanField.Axis));
        var indicators = axis.SuccessIndicators.ToList();
        if (fields.Contains(PlanField.SuccessIndicators))
        {
            db.RemoveRange(indicators);
            indicators = written.SuccessIndicators;
        }

        axis.Describe(written.Title, written.StandardAxis, written.Objectives, indicators);
        axis.Cite(written.Source);
        db.Entry(axis).Property(part => part.Missing).CurrentValue = written.Missing;
        db.EditedFrom(axis, axis.Revision);
    }

    /// <param name="fields">What is brought to the texts; where they say nothing, it is emptied.</param>
    /// <param name="progress">A new entry says what the state is now; not where an entry is taken back.</param>
    /// <param name="states">Entries of its history, in the order of the file.</param>
    public void Write(Activity activity, PlanTexts texts, IReadOnlySet<PlanField> fields, bool progress, IReadOnlyList<PlanTexts> states)
    {
        var written = NewActivity(Filled(texts, PlanTexts.Of(0, activity, null), fields, PlanField.Number), []);
        var indicators = activity.Indicators.ToList();
        if (fields.Contains(PlanField.Indicators))
        {
            db.RemoveRange(indicators);
            indicators = written.Indicators;
        }

        activity.Describe(written.Title, written.Priority, written.Origin, written.OpennessProject, indicators);
        activity.Schedule(written.PlannedStart, written.PlannedEnd);
        activity.Entrust(written.Responsible, written.Partners, written.Budget, written.BudgetSource);
        activity.Weigh(written.Weight);
        activity.Cite(written.Source);
        db.Entry(activity).Property(part => part.Missing).CurrentValue = written.Missing;
        db.EditedFrom(activity, activity.Revision);
        activity.Progress.AddRange(Told(states));
        if (progress && fields.Any(field => field.IsOfProgress()) && !states.Any(state => state.SaysAs(texts)) && EntryOf(texts) is { } entry)
        {
            activity.Progress.Add(entry);
        }
    }

    /// <summary>What is not written stays as it is, and so does its number.</summary>
    private static PlanTexts Filled(PlanTexts texts, PlanTexts there, IReadOnlySet<PlanField> fields, PlanField? number)
    {
        var filled = new PlanTexts(there.Where(text => !fields.Contains(FieldOf(text.Key))));
        foreach (var (key, text) in texts.Where(text => fields.Contains(FieldOf(text.Key))))
        {
            filled[PlanColumn.OfKey(key)!.Value] = text;
        }

        if (number is { } own)
        {
            filled[own] = there[own];
        }

        foreach (var key in filled.Keys.Where(key => FieldOf(key).IsOfProgress()).ToList())
        {
            // The state is said by a new entry, never here.
            filled.Remove(key);
        }

        return filled;
    }

    private static PlanField FieldOf(string key) => PlanColumn.OfKey(key)!.Value.Field;

    private ProgressEntry? EntryOf(PlanTexts texts)
    {
        if (texts[PlanField.Status].Length == 0)
        {
            return null;
        }

        var entry = ProgressEntry.Of(
            texts.Day(PlanField.Since) ?? today,
            Word<ActivityStatus>(texts[PlanField.Status]),
            texts.Whole(PlanField.Percent) ?? 0,
            texts.Localized(PlanField.Note),
            texts.Localized(PlanField.SaidBy),
            texts.Localized(PlanField.Evidence),
            now,
            obstacle: texts.Localized(PlanField.Obstacle));
        if (texts[PlanField.StateDocuments] is { Length: > 0 } documents)
        {
            Attachments.Add(entry.HaveDocuments(), documents);
        }

        return entry;
    }

    private static T Word<T>(string text)
        where T : struct, Enum => MachineWord.TryRead<T>(text, out var word) ? word : default;
}
