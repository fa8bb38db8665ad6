using System.Globalization;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.Importing;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>A row with what the rules found.</summary>
/// <param name="Kept">Its texts as they would be kept.</param>
/// <param name="Notes">What is no mistake and the person should know.</param>
/// <param name="Twin">Reference of the same activity, or number of the same axis, in the plan.</param>
/// <param name="TwinRow">Key of the row of the file that says the same.</param>
/// <param name="Differences">Keys of the columns in which the file says something else than the plan.</param>
/// <param name="Choices">What can be done with it.</param>
/// <param name="Action">What will be done with it; never <see cref="RowChoice.Suggested"/>.</param>
internal sealed record CheckedRow(
    ImportRow Row,
    PlanTexts Kept,
    IReadOnlyList<RowProblem> Problems,
    IReadOnlyList<ImportNote> Notes,
    string? Twin,
    int? TwinRow,
    IReadOnlyList<string> Differences,
    IReadOnlyList<RowChoice> Choices,
    RowChoice Action)
{
    /// <summary>Of an entry of the history: key of the row that brings its activity in, or changes it.</summary>
    public int? OfRow { get; init; }

    /// <summary>Of an entry of the history: reference of its activity, where the plan has it already.</summary>
    public string? OfActivity { get; init; }

    /// <summary>How attached documents are shown.</summary>
    public DocumentReferences Documents { get; init; } = DocumentReferences.None;

    /// <summary>Records the adoption by the council, which somebody has to confirm.</summary>
    public bool Adopts => Row.Kind == RowKind.Way && Action != RowChoice.Skip && Kept.Step == WayKind.Adoption;

    public bool IsTwin => Twin is not null || TwinRow is not null;

    /// <summary>Stands in the way of applying: wrong, and not left out.</summary>
    public bool Blocks => Problems.Count > 0 && Action != RowChoice.Skip;
}

/// <summary>The whole draft against the rules and the plan as it stands now.</summary>
internal sealed class PlanCheck
{
    private readonly StandingPlan plan;
    private readonly DocumentReferences documents;
    private readonly bool updates;
    private readonly DateOnly today;
    private readonly List<CheckedRow> rows = [];
    private readonly Dictionary<int, CheckedRow> axes = [];
    private readonly Dictionary<(int Axis, string Title), int> titles = [];
    private readonly Dictionary<(int Axis, int Number), CheckedRow> asked = [];
    private readonly List<CheckedRow> states = [];
    private readonly List<CheckedRow> steps = [];
    private readonly HashSet<(int Axis, int Number)> taken;
    private readonly HashSet<(int Axis, int Number)> wanted = [];

    private PlanCheck(StandingPlan plan, DocumentReferences documents, bool updates, DateOnly today)
    {
        (this.plan, this.documents, this.updates, this.today) = (plan, documents, updates, today);
        taken = [.. plan.Taken];
    }

    /// <param name="documents">Knows the documents that the rows name.</param>
    /// <param name="updates">What the plan has already is brought to what the file says, unless a row says otherwise; if not, it is left alone.</param>
    public static IReadOnlyList<CheckedRow> Of(IReadOnlyList<ImportRow> rows, StandingPlan plan, DocumentReferences documents, bool updates, DateOnly today)
    {
        var check = new PlanCheck(plan, documents, updates, today);

        // Axes first: an activity can stand before the row that describes its axis. Numbers that rows ask for go before numbers that are given.
        var axes = rows.Where(row => row.IsAxis).ToDictionary(row => row.Key, check.Axis);
        var read = rows.Where(row => row.IsActivity).Select(row => (Row: row, Read: RowRules.Read(row.Texts, documents, today))).ToList();
        foreach (var (_, (kept, _)) in read)
        {
            if (kept.Whole(PlanField.Axis) is { } axis && kept.Whole(PlanField.Number) is { } number)
            {
                check.wanted.Add((axis, number));
            }
        }

        var activities = read.ToDictionary(pair => pair.Row.Key, pair => check.Activity(pair.Row, pair.Read.Kept, [.. pair.Read.Problems]));
        return [.. rows.Select(row => row.Kind switch
        {
            RowKind.State => check.State(row),
            RowKind.Plan => check.Card(row),
            RowKind.Way => check.Step(row),
            _ => row.IsAxis ? axes[row.Key] : activities[row.Key],
        })];
    }

    private CheckedRow Axis(ImportRow row)
    {
        var (kept, found) = RowRules.Read(row.Texts, documents, today);
        List<RowProblem> problems = [.. found];
        var number = kept.Whole(PlanField.Axis);
        if (number is null && !Has(problems, PlanField.Axis))
        {
            problems.Add(new RowProblem(Key(PlanField.Axis), "AxisNumberMissing"));
        }

        var there = number is null ? null : plan.Axes.FirstOrDefault(axis => axis.Number == number);
        var twinRow = number is { } own && axes.TryGetValue(own, out var first) && there is null ? first.Row.Key : (int?)null;
        if (there is null && kept.Localized(PlanField.AxisTitle) is null && !Has(problems, PlanField.AxisTitle))
        {
            problems.Add(new RowProblem(Key(PlanField.AxisTitle), "AxisTitleMissing"));
        }

        var differences = there is null ? [] : Differences(kept, there.Texts);
        var notes = new List<ImportNote>();
        if (differences.Contains(Key(PlanField.AxisTitle)) && Folding.Fold(there!.Texts[PlanField.AxisTitle]) != Folding.Fold(kept[PlanField.AxisTitle]))
        {
            notes.Add(new ImportNote("AxisNamedOtherwise", there.Texts[PlanField.AxisTitle]));
        }

        NoArabic(kept, PlanField.AxisTitle, notes);
        var @checked = Decided(row, kept, problems, notes, there?.Number.ToString(CultureInfo.InvariantCulture), twinRow, differences);
        if (number is { } free)
        {
            axes.TryAdd(free, @checked);
        }

        return @checked;
    }

    private CheckedRow Activity(ImportRow row, PlanTexts kept, List<RowProblem> problems)
    {
        var notes = new List<ImportNote>();
        var axis = kept.Whole(PlanField.Axis);
        if (axis is null && !Has(problems, PlanField.Axis))
        {
            problems.Add(new RowProblem(Key(PlanField.Axis), "AxisMissing"));
        }
        else if (axis is { } number && plan.Axes.All(there => there.Number != number) && !(axes.TryGetValue(number, out var added) && added.Action == RowChoice.Add))
        {
            problems.Add(new RowProblem(Key(PlanField.Axis), "AxisUnknown", kept[PlanField.Axis]));
        }

        var title = kept.Localized(PlanField.Title);
        if (title is null && !Has(problems, PlanField.Title))
        {
            problems.Add(new RowProblem(Key(PlanField.Title), "TitleMissing"));
        }

        NoArabic(kept, PlanField.Title, notes);
        var folded = Folding.Fold(title?.Ar);
        var twin = axis is null || folded.Length == 0
            ? null
            : plan.Activities.FirstOrDefault(activity => activity.Axis == axis && Folding.Fold(activity.Texts.Localized(PlanField.Title)!.Ar) == folded);
        var twinRow = axis is { } inAxis && folded.Length > 0 && titles.TryGetValue((inAxis, folded), out var first) ? first : (int?)null;
        if (twin is null && twinRow is null && folded.Length > 0
            && plan.Activities.FirstOrDefault(activity => Folding.Fold(activity.Texts.Localized(PlanField.Title)!.Ar) == folded) is { } elsewhere)
        {
            notes.Add(new ImportNote("ElsewhereInPlan", elsewhere.Reference));
        }

        var differences = twin is null ? [] : Differences(kept, twin.Texts);
        var place = (Axis: axis, Number: kept.Whole(PlanField.Number));
        var decided = Decided(row, kept, problems, notes, twin?.Reference, twinRow, differences);
        if (place is ({ } inside, { } own))
        {
            asked.TryAdd((inside, own), decided);
        }

        if (axis is { } known && folded.Length > 0 && decided.Action != RowChoice.Skip)
        {
            titles.TryAdd((known, folded), row.Key);
        }

        if (decided.Action == RowChoice.Add && axis is { } free)
        {
            Number(free, kept, notes);
        }

        rows.Add(decided);
        return decided;
    }

    /// <summary>What the plan is called, its frame and its goals.</summary>
    private CheckedRow Card(ImportRow row)
    {
        var (kept, problems) = RowRules.Read(row.Texts, documents, today);
        var there = plan.Card;
        List<RowProblem> found = [.. problems];
        if (there is null && kept.Localized(PlanField.PlanTitle) is null && !Has(found, PlanField.PlanTitle))
        {
            found.Add(new RowProblem(Key(PlanField.PlanTitle), "PlanTitleMissing"));
        }

        return Decided(row, kept, found, Elsewhere(row), plan.Plan?.Number.ToString(CultureInfo.InvariantCulture), null, there is null ? [] : Differences(kept, there));
    }

    /// <summary>A meeting, a round, or the adoption. The last is an official act: it is shown, and brought in only where somebody chooses so.</summary>
    private CheckedRow Step(ImportRow row)
    {
        var (kept, found) = RowRules.Read(row.Texts, documents, today);
        List<RowProblem> problems = [.. found];
        var kind = kept.Step;
        Demand(kind is null, PlanField.WayKind, "WayKindMissing");
        Demand(kind is WayKind.Preparation or WayKind.Round && kept[PlanField.WayFrom].Length == 0, PlanField.WayFrom, "WayDayMissing");
        Demand(kind is WayKind.Round && kept[PlanField.WayTo].Length == 0, PlanField.WayTo, "WayDayMissing");
        Demand(kind is WayKind.Preparation or WayKind.Round && kept.Localized(PlanField.WayTitle) is null, PlanField.WayTitle, "WayTitleMissing");
        if (kind == WayKind.Adoption)
        {
            var (on, session) = (kept.Day(PlanField.WayFrom), kept.Localized(PlanField.WayTitle));
            Demand(on is null && session is null, PlanField.WayFrom, "DayOrSession");
            Demand(on is null && session is not null && plan.Succeeds, PlanField.WayFrom, "DayNeededToSucceed");
            Demand(on > today, PlanField.WayFrom, "AdoptionInFuture");
            Demand(kept.Day(PlanField.WayForce) < on, PlanField.WayForce, "ForceBeforeAdoption");
            if (kept[PlanField.WayPlace].Length > Plan.DeliberationLength && !Has(problems, PlanField.WayPlace))
            {
                problems.Add(new RowProblem(
                    Key(PlanField.WayPlace), "TooLong", Plan.DeliberationLength.ToString(CultureInfo.InvariantCulture), kept[PlanField.WayPlace].Length.ToString(CultureInfo.InvariantCulture)));
            }
        }

        var there = plan.Plan is { } standing && kind is not null ? PlanTexts.WayOf(standing).FirstOrDefault(step => step.IsStep(kept)) : null;
        var twinRow = kind is null ? null : steps.Find(other => other.Action != RowChoice.Skip && other.Kept.IsStep(kept))?.Row.Key;
        var differences = there is null ? [] : Differences(kept, there);
        var decided = Decided(row, kept, problems, [], there is null ? null : kind == WayKind.Adoption ? there[PlanField.WayFrom] : kept[PlanField.WayFrom], twinRow, differences);
        if (kind == WayKind.Adoption && decided.Choices.Count > 1)
        {
            decided = decided with
            {
                Action = decided.Choices.Contains(row.Choice) ? row.Choice : RowChoice.Skip,
                Notes = [new ImportNote("AdoptionIsAnAct", "")],
            };
        }

        steps.Add(decided);
        return decided;

        void Demand(bool wrong, PlanField field, string rule)
        {
            if (wrong && !Has(problems, field))
            {
                problems.Add(new RowProblem(Key(field), rule));
            }
        }
    }

    /// <summary>An entry of the history: of an activity of the file by the number that it has there, or else of the plan.</summary>
    private CheckedRow State(ImportRow row)
    {
        var (kept, found) = RowRules.Read(row.Texts, documents, today);
        List<RowProblem> problems = [.. found];
        Demand(PlanField.Axis, "AxisMissing");
        Demand(PlanField.Number, "NumberMissing");
        Demand(PlanField.Since, "SinceMissing");
        Demand(PlanField.Status, "StatusMissing");

        var place = (Axis: kept.Whole(PlanField.Axis), Number: kept.Whole(PlanField.Number));
        CheckedRow? brought = null;
        StandingActivity? standing = null;
        if (place is ({ } axis, { } number))
        {
            brought = asked.GetValueOrDefault((axis, number));
            var reference = brought is null ? PlanActivity.ReferenceOf(axis, number) : brought.Twin;
            standing = plan.Activities.FirstOrDefault(activity => activity.Reference == reference);
            if (standing is null && brought is null)
            {
                problems.Add(new RowProblem(Key(PlanField.Number), "StateOfNone", PlanActivity.ReferenceOf(axis, number)));
            }
        }

        var known = standing is not null && standing.History.Any(state => state.Texts.SaysAs(kept));
        var twinRow = states.Find(other => other.OfRow == brought?.Row.Key && other.OfActivity == standing?.Reference && other.Kept.SaysAs(kept) && other.Problems.Count == 0)?.Row.Key;
        var nowhere = brought is { Action: RowChoice.Skip, Twin: null };
        RowChoice[] choices = known || nowhere ? [RowChoice.Skip] : [RowChoice.Add, RowChoice.Skip];
        var suggested = twinRow is not null || (standing is not null && !updates) ? RowChoice.Skip : choices[0];
        var action = choices.Contains(row.Choice) ? row.Choice : suggested;
        var decided = new CheckedRow(row, kept, problems, Elsewhere(row), known ? standing!.Reference : null, twinRow, [], choices, action)
        {
            OfRow = brought?.Row.Key,
            OfActivity = standing?.Reference,
            Documents = documents,
        };
        states.Add(decided);
        return decided;

        void Demand(PlanField field, string rule)
        {
            if (kept[field].Length == 0 && !Has(problems, field))
            {
                problems.Add(new RowProblem(Key(field), rule));
            }
        }
    }

    /// <summary>The number that the row asks for, if it is free; otherwise the next one.</summary>
    private void Number(int axis, PlanTexts kept, List<ImportNote> notes)
    {
        var asked = kept.Whole(PlanField.Number);
        if (asked is { } own && taken.Add((axis, own)))
        {
            return;
        }

        var next = 1;
        while (taken.Contains((axis, next)) || wanted.Contains((axis, next)))
        {
            next++;
        }

        taken.Add((axis, next));
        kept[PlanField.Number] = next.ToString(CultureInfo.InvariantCulture);
        if (asked is { } refused)
        {
            notes.Add(new ImportNote("NumberTaken", PlanActivity.ReferenceOf(axis, refused)));
        }
    }

    private CheckedRow Decided(
        ImportRow row, PlanTexts kept, List<RowProblem> problems, List<ImportNote> notes, string? twin, int? twinRow, List<string> differences)
    {
        RowChoice[] choices = twin is null ? [RowChoice.Add, RowChoice.Skip]
            : differences.Count > 0 || problems.Count > 0 ? [RowChoice.Update, RowChoice.Skip]
            : [RowChoice.Skip];
        var suggested = twinRow is not null || (twin is not null && (!updates || differences.Count == 0)) ? RowChoice.Skip : choices[0];
        var action = choices.Contains(row.Choice) ? row.Choice : suggested;
        return new CheckedRow(row, kept, problems, notes, twin, twinRow, differences, choices, action) { Documents = documents };
    }

    /// <summary>Documents that the row names and that are not on this site.</summary>
    private List<ImportNote> Elsewhere(ImportRow row) =>
    [
        .. row.Columns.Where(column => column.Field.IsDocuments()).SelectMany(column => documents.Read(row.Texts[column]).Elsewhere).Select(line => new ImportNote("DocumentElsewhere", line)),
    ];

    /// <summary>A column that the file leaves empty says nothing about the plan.</summary>
    private static List<string> Differences(PlanTexts kept, PlanTexts there)
    {
        var differences = kept.Where(text => Differs(text.Key, text.Value)).Select(text => text.Key).ToList();

        // The day of a state that is the same is no difference, nor is another number for the same activity.
        differences.Remove(Key(PlanField.Number));
        if (!differences.Contains(Key(PlanField.Status)) && !differences.Contains(Key(PlanField.Percent)))
        {
            differences.Remove(Key(PlanField.Since));
        }

        return differences;

        bool Differs(string key, string text)
        {
            var own = there.GetValueOrDefault(key, "");
            return PlanColumn.OfKey(key)!.Value.Field.IsDocuments() ? DocumentReferences.AddsTo(own, text) : own != text;
        }
    }

    private static void NoArabic(PlanTexts kept, PlanField field, List<ImportNote> notes)
    {
        if (kept.Localized(field) is { } text && !text.Ar.Any(c => c is >= '\u0621' and <= '\u064A'))
        {
            notes.Add(new ImportNote("NoArabic", ""));
        }
    }

    private static bool Has(List<RowProblem> problems, PlanField field) => problems.Exists(problem => problem.Column == Key(field));

    private static string Key(PlanField field) => new PlanColumn(field).Key;
}
