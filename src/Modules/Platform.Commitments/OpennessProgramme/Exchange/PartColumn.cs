using System.Text.Json;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme.Exchange;

/// <summary>What a file can tell of a part of the programme.</summary>
internal enum PartField
{
    ProgrammeTitle,
    RunsFrom,
    RunsTo,
    DecisionOn,
    DecisionNumber,
    DecisionText,
    CommitteeSource,

    /// <summary>Where it comes from: a document, and on the next line its section.</summary>
    ProgrammeSource,

    /// <summary>Those of its adoption.</summary>
    ProgrammeDocuments,

    AdoptedOn,
    Session,
    Deliberation,

    /// <summary>Which of the short lists the item belongs to.</summary>
    List,
    Item,
    Explanation,
    ItemSource,

    /// <summary>Of a project, in the national list; steps and completions name their project by it.</summary>
    Number,
    Title,
    CardNumber,
    CardTitle,
    Problem,
    Solutions,
    Funding,
    Lead,
    Partners,
    FollowUp,
    Impact,
    ProjectSource,

    StepTitle,
    StepOutput,
    StepDue,
    StepDone,

    Completion,
    Since,
    Note,
    SaidBy,
    Evidence,
    CompletionDocuments,

    /// <summary>When the platform was told; for reading.</summary>
    Recorded,

    MilestoneTitle,
    MilestoneFrom,
    MilestoneTo,
    Precision,
    Place,
    Kept,
    MilestoneSource,

    Name,
    Group,
    Function,
    Role,

    Label,
    Value,
    Event,
    CountedOn,
    FigureSource,

    NetworkName,
    NetworkCharter,
    NetworkLink,
    JoinedOn,
    LeftOn,
    NetworkSource,
    NetworkDocuments,
}

/// <summary>A column of a file: a field, in one language where it is written in several.</summary>
/// <param name="Language">Tag of a language other than Arabic; none for Arabic and for what is the same in all.</param>
internal readonly record struct PartColumn(PartField Field, string? Language = null)
{
    /// <summary>As rows of drafts are kept and forms name it: <c>solutions.fr</c>.</summary>
    public string Key => JsonNamingPolicy.CamelCase.ConvertName(Field.ToString()) + (Language is null ? "" : "." + Language);

    public static PartColumn? OfKey(string key)
    {
        foreach (var column in PartColumns.All)
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
internal static class PartColumns
{
    private static readonly PartField[] InLanguages =
    [
        PartField.ProgrammeTitle, PartField.DecisionText, PartField.Session, PartField.Item, PartField.Explanation, PartField.Title, PartField.CardTitle, PartField.Problem,
        PartField.Solutions, PartField.Funding, PartField.Lead, PartField.Partners, PartField.FollowUp, PartField.Impact, PartField.StepTitle, PartField.StepOutput, PartField.Note,
        PartField.SaidBy, PartField.Evidence, PartField.MilestoneTitle, PartField.Place, PartField.Function, PartField.Role, PartField.Label, PartField.Event,
        PartField.NetworkName, PartField.NetworkCharter,
    ];

    public static IReadOnlyList<PartColumn> All { get; } = [.. Enum.GetValues<PartField>().SelectMany(Columns)];

    public static IReadOnlyList<PartColumn> Of(PartKind kind) => [.. FieldsOf(kind).SelectMany(Columns)];

    public static IReadOnlyList<PartField> FieldsOf(PartKind kind) => kind switch
    {
        PartKind.Programme =>
        [
            PartField.ProgrammeTitle, PartField.RunsFrom, PartField.RunsTo, PartField.DecisionOn, PartField.DecisionNumber, PartField.DecisionText, PartField.CommitteeSource,
            PartField.ProgrammeSource, PartField.ProgrammeDocuments,
        ],
        PartKind.Adoption => [PartField.AdoptedOn, PartField.Session, PartField.Deliberation],
        PartKind.Statement => [PartField.List, PartField.Item, PartField.Explanation, PartField.ItemSource],
        PartKind.Project =>
        [
            PartField.Number, PartField.Title, PartField.CardNumber, PartField.CardTitle, PartField.Problem, PartField.Solutions, PartField.Funding, PartField.Lead,
            PartField.Partners, PartField.FollowUp, PartField.Impact, PartField.ProjectSource,
        ],
        PartKind.Step => [PartField.Number, PartField.StepTitle, PartField.StepOutput, PartField.StepDue, PartField.StepDone],
        PartKind.Completion => [PartField.Number, PartField.Completion, PartField.Since, PartField.Note, PartField.SaidBy, PartField.Evidence, PartField.CompletionDocuments],
        PartKind.Milestone => [PartField.MilestoneTitle, PartField.MilestoneFrom, PartField.MilestoneTo, PartField.Precision, PartField.Place, PartField.Kept, PartField.MilestoneSource],
        PartKind.Member => [PartField.Name, PartField.Group, PartField.Function, PartField.Role],
        PartKind.Figure => [PartField.Label, PartField.Value, PartField.Event, PartField.CountedOn, PartField.FigureSource],
        _ =>
        [
            PartField.NetworkName, PartField.NetworkCharter, PartField.NetworkLink, PartField.JoinedOn, PartField.LeftOn, PartField.NetworkSource, PartField.NetworkDocuments,
        ],
    };

    /// <summary>What a row of the kind is called by.</summary>
    public static PartField NameOf(PartKind kind) => kind switch
    {
        PartKind.Programme => PartField.ProgrammeTitle,
        PartKind.Adoption => PartField.Session,
        PartKind.Statement => PartField.Item,
        PartKind.Project => PartField.Title,
        PartKind.Step => PartField.StepTitle,
        PartKind.Completion => PartField.Completion,
        PartKind.Milestone => PartField.MilestoneTitle,
        PartKind.Member => PartField.Name,
        PartKind.Figure => PartField.Label,
        _ => PartField.NetworkName,
    };

    public static bool HasLanguages(this PartField field) => InLanguages.Contains(field);

    /// <summary>Its cells hold an item on each line.</summary>
    public static bool IsList(this PartField field) => field is PartField.FollowUp or PartField.Impact;

    public static bool IsDay(this PartField field) => field is PartField.RunsFrom or PartField.RunsTo or PartField.DecisionOn or PartField.AdoptedOn or PartField.StepDue
        or PartField.StepDone or PartField.Since or PartField.MilestoneFrom or PartField.MilestoneTo or PartField.CountedOn or PartField.JoinedOn or PartField.LeftOn;

    public static bool IsWhole(this PartField field) => field is PartField.Number or PartField.CardNumber or PartField.Value;

    /// <summary>A document and its section, on two lines.</summary>
    public static bool IsSource(this PartField field) => field is PartField.ProgrammeSource or PartField.CommitteeSource or PartField.ItemSource or PartField.ProjectSource or PartField.MilestoneSource
        or PartField.FigureSource or PartField.NetworkSource;

    /// <summary>Attached documents, a line each.</summary>
    public static bool IsDocuments(this PartField field) => field is PartField.ProgrammeDocuments or PartField.CompletionDocuments or PartField.NetworkDocuments;

    /// <summary>Refers to something outside: files show it only where there is something to refer to.</summary>
    public static bool IsReference(this PartField field) => field.IsSource() || field.IsDocuments();

    /// <summary>One of a few words, which people read in their language.</summary>
    public static bool IsWord(this PartField field) => field is PartField.List or PartField.Completion or PartField.Precision or PartField.Kept or PartField.Group;

    private static IEnumerable<PartColumn> Columns(PartField field) =>
        field.HasLanguages() ? [new(field), new(field, Language.French.Tag), new(field, Language.Amazigh.Tag)] : [new PartColumn(field)];
}
