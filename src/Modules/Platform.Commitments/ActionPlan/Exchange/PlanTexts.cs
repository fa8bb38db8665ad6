using Platform.Commitments.Importing;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan.Exchange;

/// <summary>An axis, an activity, an entry of its history, a step of the plan or the plan itself as the texts of a row.</summary>
internal sealed class PlanTexts : RowTexts
{
    public PlanTexts()
    {
    }

    public PlanTexts(IEnumerable<KeyValuePair<string, string>> texts)
        : base(texts)
    {
    }

    /// <summary>The text, or nothing.</summary>
    public string this[PlanColumn column]
    {
        get => Known(column.Key);
        set => Put(column.Key, value);
    }

    public string this[PlanField field]
    {
        get => this[new PlanColumn(field)];
        set => this[new PlanColumn(field)] = value;
    }

    /// <param name="documents">Numbers of those that are attached, as rows keep them.</param>
    public static PlanTexts Of(Plan plan, string documents)
    {
        var texts = new PlanTexts { [PlanField.PlanDocuments] = documents };
        texts.Set(PlanField.PlanTitle, plan.Title);
        texts.Set(PlanField.Frame, plan.Frame);
        texts.Set(PlanField.Goals, plan.Goals.Select(goal => new PlanItem(goal)));
        texts.Put(Key(PlanField.PlanSource), plan.Source);
        return texts;
    }

    /// <summary>How a plan came about: its meetings, its rounds of consultation, its adoption.</summary>
    public static IReadOnlyList<PlanTexts> WayOf(Plan plan) =>
    [
        .. plan.Preparation.OrderBy(step => step.HeldOn).Select(Of),
        .. plan.Rounds.OrderBy(round => round.Number).Select(Of),
        .. plan.IsAdopted ? [OfAdoption(plan)] : Array.Empty<PlanTexts>(),
    ];

    public static PlanTexts Of(PreparationEvent step)
    {
        var texts = OfStep(WayKind.Preparation, step.HeldOn, null, step.Title, step.Place, step.Text);
        texts.Put(Key(PlanField.WaySource), step.Source);
        return texts;
    }

    public static PlanTexts Of(PlanRound round) => OfStep(WayKind.Round, round.From, round.To, round.Title, round.Invitation, round.Outcome);

    public static PlanTexts OfAdoption(Plan plan)
    {
        var texts = OfStep(WayKind.Adoption, plan.AdoptedOn, null, plan.Session, plan.Deliberation is { } number ? new LocalizedText(number) : null, null);
        texts.Set(PlanField.WayForce, plan.ForceFrom);
        return texts;
    }

    public static PlanTexts Of(Axis axis)
    {
        var texts = new PlanTexts();
        texts.Set(PlanField.Axis, axis.Number);
        texts.Set(PlanField.StandardAxis, axis.StandardAxis);
        texts.Set(PlanField.AxisTitle, axis.Title);
        texts.Set(PlanField.Objectives, axis.Objectives.Select(objective => new PlanItem(objective)));
        texts.Set(PlanField.SuccessIndicators, axis.SuccessIndicators.OrderBy(indicator => indicator.Id).Select(indicator => new PlanItem(indicator.Text, indicator.Indicator)));
        texts.Set(PlanField.AxisMissing, axis.Missing);
        texts.Put(Key(PlanField.AxisSource), axis.Source);
        return texts;
    }

    /// <param name="axis">Number of its axis.</param>
    /// <param name="state">What was last said of it.</param>
    public static PlanTexts Of(int axis, Activity activity, ProgressEntry? state)
    {
        var texts = new PlanTexts();
        texts.Set(PlanField.Axis, axis);
        texts.Set(PlanField.Number, activity.Number);
        texts.Set(PlanField.Title, activity.Title);
        texts.Set(PlanField.Priority, activity.Priority);
        texts[PlanField.Origin] = MachineWord.Of(activity.Origin);
        texts.Say(state);
        texts.Set(PlanField.Start, activity.PlannedStart);
        texts.Set(PlanField.End, activity.PlannedEnd);
        texts.Set(PlanField.Responsible, activity.Responsible);
        texts.Set(PlanField.Partners, activity.Partners);
        texts.Set(PlanField.Budget, activity.Budget);
        texts.Set(PlanField.BudgetSource, activity.BudgetSource);
        texts.Set(PlanField.Weight, activity.Weight);
        texts.Set(PlanField.Indicators, activity.Indicators.OrderBy(indicator => indicator.Id).Select(indicator => new PlanItem(indicator.Text, indicator.Indicator)));
        texts.Set(PlanField.Project, activity.OpennessProject);
        texts.Set(PlanField.Missing, activity.Missing);
        texts.Put(Key(PlanField.Source), activity.Source);
        return texts;
    }

    /// <summary>An entry of the history of an activity.</summary>
    public static PlanTexts OfEntry(int axis, Activity activity, ProgressEntry entry, string documents)
    {
        var texts = new PlanTexts { [PlanField.StateDocuments] = documents };
        texts.Set(PlanField.Axis, axis);
        texts.Set(PlanField.Number, activity.Number);
        texts.Set(PlanField.Title, activity.Title);
        texts.Say(entry);
        return texts;
    }

    /// <summary>Whether both say the same of progress.</summary>
    public bool SaysAs(PlanTexts other) => PlanColumns.OfState.Where(column => column.Field.IsOfProgress()).All(column => this[column] == other[column]);

    /// <summary>Whether both are the same step of a plan: its adoption, or what bears that name on that day.</summary>
    public bool IsStep(PlanTexts other) =>
        this[PlanField.WayKind] == other[PlanField.WayKind]
        && (Step == WayKind.Adoption
            || (this[PlanField.WayFrom] == other[PlanField.WayFrom] && Folding.Fold(Localized(PlanField.WayTitle)?.Ar) == Folding.Fold(other.Localized(PlanField.WayTitle)?.Ar)));

    public WayKind? Step => MachineWord.TryRead<WayKind>(this[PlanField.WayKind], out var step) ? step : null;

    /// <returns>None where nothing is written in any language.</returns>
    public LocalizedText? Localized(PlanField field) => LocalizedOf(Key(field));

    public IReadOnlyList<PlanItem> Items(PlanField field) => ItemsOf(Key(field), field.HasCodes());

    public SeedSource? Source(PlanField field) => SourceOf(Key(field));

    public int? Whole(PlanField field) => WholeOf(Key(field));

    public decimal? Figure(PlanField field) => FigureOf(Key(field));

    public DateOnly? Day(PlanField field) => DayOf(Key(field));

    private static PlanTexts OfStep(WayKind kind, DateOnly? from, DateOnly? to, LocalizedText? title, LocalizedText? place, LocalizedText? text)
    {
        var texts = new PlanTexts { [PlanField.WayKind] = MachineWord.Of(kind) };
        texts.Set(PlanField.WayFrom, from);
        texts.Set(PlanField.WayTo, to);
        texts.Set(PlanField.WayTitle, title);
        texts.Set(PlanField.WayPlace, place);
        texts.Set(PlanField.WayText, text);
        return texts;
    }

    private void Say(ProgressEntry? entry)
    {
        this[PlanField.Status] = MachineWord.Of(entry?.Status ?? ActivityStatus.Planned);
        Set(PlanField.Percent, entry?.Percent ?? 0);
        Set(PlanField.Since, entry?.EffectiveOn);
        Set(PlanField.Note, entry?.Note);
        Set(PlanField.SaidBy, entry?.SaidBy);
        Set(PlanField.Evidence, entry?.Evidence);
        Set(PlanField.Obstacle, entry?.Obstacle);
    }

    private void Set(PlanField field, int? number) => Put(Key(field), number);

    private void Set(PlanField field, decimal? figure) => Put(Key(field), figure);

    private void Set(PlanField field, DateOnly? day) => Put(Key(field), day);

    private void Set(PlanField field, LocalizedText? text) => Put(Key(field), text);

    private void Set(PlanField field, IEnumerable<PlanItem> items) => Put(Key(field), items, field.HasCodes());

    private static string Key(PlanField field) => new PlanColumn(field).Key;
}
