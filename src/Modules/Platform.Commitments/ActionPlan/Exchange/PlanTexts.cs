using System.Globalization;
using Platform.Kernel.Text;
using Platform.Ui;

namespace Platform.Commitments.ActionPlan.Exchange;

/// <summary>
/// An axis or an activity as the texts of a row, by column: what is exported, what an import understood, and what the two are compared by. Days are
/// written 2026-01-31, figures with a decimal point, words as in addresses (<c>in-progress</c>). A column without a text is absent.
/// </summary>
internal sealed class PlanTexts : Dictionary<string, string>
{
    public PlanTexts()
        : base(StringComparer.Ordinal)
    {
    }

    public PlanTexts(IEnumerable<KeyValuePair<string, string>> texts)
        : base(texts, StringComparer.Ordinal)
    {
    }

    /// <summary>The text, or nothing.</summary>
    public string this[PlanColumn column]
    {
        get => Known(column.Key);
        set
        {
            if (string.IsNullOrEmpty(value))
            {
                Remove(column.Key);
            }
            else
            {
                base[column.Key] = value;
            }
        }
    }

    public string this[PlanField field]
    {
        get => this[new PlanColumn(field)];
        set => this[new PlanColumn(field)] = value;
    }

    public static PlanTexts Of(Plan plan)
    {
        var texts = new PlanTexts();
        texts.Set(PlanField.PlanTitle, plan.Title);
        texts.Set(PlanField.Frame, plan.Frame);
        texts.Set(PlanField.Goals, plan.Goals.Select(goal => new PlanItem(goal)));
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
        texts[PlanField.Origin] = PlanWord.Of(activity.Origin);
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
        return texts;
    }

    /// <summary>An entry of the history of an activity.</summary>
    public static PlanTexts OfEntry(int axis, Activity activity, ProgressEntry entry)
    {
        var texts = new PlanTexts();
        texts.Set(PlanField.Axis, axis);
        texts.Set(PlanField.Number, activity.Number);
        texts.Set(PlanField.Title, activity.Title);
        texts.Say(entry);
        return texts;
    }

    /// <summary>Whether both say the same of progress.</summary>
    public bool SaysAs(PlanTexts other) => PlanColumns.OfState.Where(column => column.Field.IsOfProgress()).All(column => this[column] == other[column]);

    /// <returns>None where nothing is written in any language.</returns>
    public LocalizedText? Localized(PlanField field)
    {
        var (ar, fr, zgh) = (this[field], this[new PlanColumn(field, Language.French.Tag)], this[new PlanColumn(field, Language.Amazigh.Tag)]);
        var first = ar.Length > 0 ? ar : fr.Length > 0 ? fr : zgh;
        return first.Length == 0 ? null : new LocalizedText(first, fr, zgh);
    }

    public IReadOnlyList<PlanItem> Items(PlanField field) => PlanItem.Read(
        this[field], this[new PlanColumn(field, Language.French.Tag)], this[new PlanColumn(field, Language.Amazigh.Tag)], field.HasCodes());

    public int? Whole(PlanField field) => this[field] is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public decimal? Figure(PlanField field) => this[field] is { Length: > 0 } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    public DateOnly? Day(PlanField field) =>
        this[field] is { Length: > 0 } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private void Say(ProgressEntry? entry)
    {
        this[PlanField.Status] = PlanWord.Of(entry?.Status ?? ActivityStatus.Planned);
        Set(PlanField.Percent, entry?.Percent ?? 0);
        Set(PlanField.Since, entry?.EffectiveOn);
        Set(PlanField.Note, entry?.Note);
        Set(PlanField.SaidBy, entry?.SaidBy);
        Set(PlanField.Evidence, entry?.Evidence);
        Set(PlanField.Obstacle, entry?.Obstacle);
    }

    private string Known(string key) => TryGetValue(key, out var text) ? text : "";

    private void Set(PlanField field, int? number) => this[field] = number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private void Set(PlanField field, decimal? figure) => this[field] = figure?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    private void Set(PlanField field, DateOnly? day) => this[field] = day is { } known ? Formats.Machine(known) : "";

    private void Set(PlanField field, LocalizedText? text)
    {
        this[field] = text?.Ar ?? "";
        this[new PlanColumn(field, Language.French.Tag)] = text?.Fr ?? "";
        this[new PlanColumn(field, Language.Amazigh.Tag)] = text?.Zgh ?? "";
    }

    private void Set(PlanField field, IEnumerable<PlanItem> items)
    {
        var all = items.ToList();
        this[field] = PlanItem.Write(all, item => item.Text.Ar, field.HasCodes());
        this[new PlanColumn(field, Language.French.Tag)] = PlanItem.Write(all, item => item.Text.Fr);
        this[new PlanColumn(field, Language.Amazigh.Tag)] = PlanItem.Write(all, item => item.Text.Zgh);
    }
}
