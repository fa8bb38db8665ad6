using System.Text.Json;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan.Exchange;

/// <summary>What a file can tell of an axis, of an activity, of what was said of its progress, or of the plan itself.</summary>
internal enum PlanField
{
    Axis,
    AxisTitle,
    StandardAxis,
    Objectives,
    SuccessIndicators,
    AxisMissing,

    /// <summary>Where it comes from: a document, and on the next line its section.</summary>
    AxisSource,

    Number,
    Title,
    Priority,
    Origin,
    Status,
    Percent,
    Since,
    Note,
    SaidBy,
    Evidence,
    Obstacle,
    Start,
    End,
    Responsible,
    Partners,
    Budget,
    BudgetSource,
    Weight,
    Indicators,
    Project,
    Missing,
    Source,

    /// <summary>Attached to an entry of the history.</summary>
    StateDocuments,

    /// <summary>When the platform was told; a row that says so is an entry of the history.</summary>
    Recorded,

    PlanTitle,
    Frame,
    Goals,
    PlanSource,

    /// <summary>Attached to the plan: those of its adoption.</summary>
    PlanDocuments,

    /// <summary>A meeting, a round or the adoption: a row that says which is a step of the plan.</summary>
    WayKind,
    WayFrom,
    WayTo,

    /// <summary>The day from which an adopted plan holds.</summary>
    WayForce,

    /// <summary>What it is called; of an adoption, the session.</summary>
    WayTitle,

    /// <summary>Where it was or how to take part; of an adoption, the number of the deliberation.</summary>
    WayPlace,

    /// <summary>What came of it.</summary>
    WayText,
    WaySource,
}

/// <summary>A column of a file: a field, in one language where it is written in several.</summary>
/// <param name="Language">Tag of a language other than Arabic; none for Arabic and for what is the same in all.</param>
internal readonly record struct PlanColumn(PlanField Field, string? Language = null)
{
    /// <summary>As rows of drafts are kept and forms name it: <c>axisTitle.fr</c>.</summary>
    public string Key => JsonNamingPolicy.CamelCase.ConvertName(Field.ToString()) + (Language is null ? "" : "." + Language);

    public static PlanColumn? OfKey(string key)
    {
        foreach (var column in PlanColumns.All)
        {
            if (column.Key == key)
            {
                return column;
            }
        }

        return null;
    }
}

/// <summary>Which columns there are, in the order in which files show them.</summary>
internal static class PlanColumns
{
    private static readonly PlanField[] InLanguages =
    [
        PlanField.AxisTitle, PlanField.Objectives, PlanField.SuccessIndicators, PlanField.AxisMissing, PlanField.Title, PlanField.Note, PlanField.SaidBy,
        PlanField.Evidence, PlanField.Obstacle, PlanField.Responsible, PlanField.Partners, PlanField.BudgetSource, PlanField.Indicators, PlanField.Missing,
        PlanField.PlanTitle, PlanField.Frame, PlanField.Goals, PlanField.WayTitle, PlanField.WayPlace, PlanField.WayText,
    ];

    private static readonly PlanField[] Lists = [PlanField.Objectives, PlanField.SuccessIndicators, PlanField.Indicators, PlanField.Goals];

    public static IReadOnlyList<PlanColumn> OfAxis { get; } =
    [
        .. Columns(PlanField.Axis, PlanField.AxisTitle, PlanField.StandardAxis, PlanField.Objectives, PlanField.SuccessIndicators, PlanField.AxisMissing, PlanField.AxisSource),
    ];

    /// <summary>Without the axis that the activity stands in.</summary>
    public static IReadOnlyList<PlanColumn> OfActivity { get; } =
    [
        .. Columns(
            PlanField.Number, PlanField.Title, PlanField.Priority, PlanField.Origin, PlanField.Status, PlanField.Percent, PlanField.Start, PlanField.End,
            PlanField.Responsible, PlanField.Partners, PlanField.Budget, PlanField.BudgetSource, PlanField.Indicators, PlanField.Weight, PlanField.Project, PlanField.Since,
            PlanField.Note, PlanField.SaidBy, PlanField.Evidence, PlanField.Obstacle, PlanField.Missing, PlanField.Source),
    ];

    /// <summary>An entry of the history: which activity, and what was said of it.</summary>
    public static IReadOnlyList<PlanColumn> OfState { get; } =
    [
        .. Columns(
            PlanField.Number, PlanField.Title, PlanField.Since, PlanField.Status, PlanField.Percent, PlanField.Note, PlanField.SaidBy, PlanField.Evidence,
            PlanField.Obstacle, PlanField.StateDocuments),
    ];

    public static IReadOnlyList<PlanColumn> OfPlan { get; } = [.. Columns(PlanField.PlanTitle, PlanField.Frame, PlanField.Goals, PlanField.PlanSource, PlanField.PlanDocuments)];

    /// <summary>How the plan came about.</summary>
    public static IReadOnlyList<PlanColumn> OfWay { get; } =
    [
        .. Columns(PlanField.WayKind, PlanField.WayFrom, PlanField.WayTo, PlanField.WayForce, PlanField.WayTitle, PlanField.WayPlace, PlanField.WayText, PlanField.WaySource),
    ];

    public static PlanColumn Recorded { get; } = new(PlanField.Recorded);

    public static IReadOnlyList<PlanColumn> All { get; } = [.. OfAxis, .. OfActivity, new(PlanField.StateDocuments), Recorded, .. OfPlan, .. OfWay];

    public static bool HasLanguages(this PlanField field) => InLanguages.Contains(field);

    /// <summary>Its cells hold an item on each line.</summary>
    public static bool IsList(this PlanField field) => Lists.Contains(field);

    /// <summary>Its items can name an indicator of the library.</summary>
    public static bool HasCodes(this PlanField field) => field is PlanField.SuccessIndicators or PlanField.Indicators;

    /// <summary>What an entry of progress says, beside its status and share.</summary>
    public static bool IsOfEntry(this PlanField field) =>
        field is PlanField.Since or PlanField.Note or PlanField.SaidBy or PlanField.Evidence or PlanField.Obstacle;

    /// <summary>What an entry of progress says.</summary>
    public static bool IsOfProgress(this PlanField field) => field is PlanField.Status or PlanField.Percent || field.IsOfEntry();

    public static bool IsOfPlan(this PlanField field) => field is PlanField.PlanTitle or PlanField.Frame or PlanField.Goals or PlanField.PlanSource or PlanField.PlanDocuments;

    public static bool IsOfWay(this PlanField field) => field >= PlanField.WayKind;

    public static bool IsOfAxis(this PlanField field) => field <= PlanField.AxisSource;

    /// <summary>A document and its section, on two lines.</summary>
    public static bool IsSource(this PlanField field) => field is PlanField.AxisSource or PlanField.Source or PlanField.PlanSource or PlanField.WaySource;

    /// <summary>Attached documents, a line each.</summary>
    public static bool IsDocuments(this PlanField field) => field is PlanField.StateDocuments or PlanField.PlanDocuments;

    /// <summary>Refers to something outside: files show it only where there is something to refer to.</summary>
    public static bool IsReference(this PlanField field) => field.IsSource() || field.IsDocuments();

    private static IEnumerable<PlanColumn> Columns(params PlanField[] fields) =>
        from field in fields
        from language in field.HasLanguages() ? new[] { null, Language.French.Tag, Language.Amazigh.Tag } : [null]
        select new PlanColumn(field, language);
}
