using System.Text.Json.Serialization;
using Platform.Commitments.ActionPlan.Exchange;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>Where in the file a row was, for the person to find it again.</summary>
/// <param name="Sheet">Name of the sheet, if it has one.</param>
/// <param name="Table">Number of the table in the file; none for a paragraph outside tables.</param>
/// <param name="Row">Number of the row, as the person's own program shows it.</param>
internal sealed record RowPlace(string? Sheet, int? Table, int Row);

/// <summary>What is done with a row. <see cref="Suggested"/>: what the rules suggest.</summary>
[JsonConverter(typeof(PlanWord<RowChoice>))]
internal enum RowChoice
{
    Suggested,
    Add,
    Update,
    Skip,
}

/// <summary>What a row is about.</summary>
[JsonConverter(typeof(PlanWord<RowKind>))]
internal enum RowKind
{
    /// <summary>An activity; or an axis, where it tells nothing of an activity.</summary>
    Content,

    /// <summary>An entry of the history of an activity.</summary>
    State,

    /// <summary>Title, frame and goals of the plan.</summary>
    Plan,
}

/// <summary>A row as the file tells it and the person has corrected it.</summary>
internal sealed class ImportRow
{
    /// <summary>Its place in the draft, from 1; it stays whatever is corrected.</summary>
    public int Key { get; init; }

    public RowKind Kind { get; init; }

    public required RowPlace Place { get; init; }

    public required PlanTexts Texts { get; init; }

    public RowChoice Choice { get; init; }

    /// <summary>A person has changed it.</summary>
    public bool Corrected { get; init; }

    /// <summary>A row without an activity is about its axis.</summary>
    [JsonIgnore]
    public bool IsAxis => Kind == RowKind.Content && !PlanColumns.OfActivity.Any(column => Texts.ContainsKey(column.Key));

    [JsonIgnore]
    public bool IsActivity => Kind == RowKind.Content && !IsAxis;

    /// <summary>Columns that are told of it.</summary>
    [JsonIgnore]
    public IEnumerable<PlanColumn> Columns => Kind switch
    {
        RowKind.Plan => PlanColumns.OfPlan,
        RowKind.State => [new PlanColumn(PlanField.Axis), .. PlanColumns.OfState],
        _ => IsAxis ? PlanColumns.OfAxis : [new PlanColumn(PlanField.Axis), .. PlanColumns.OfActivity],
    };

    public ImportRow Numbered(int key, PlanTexts texts) => new() { Key = key, Kind = Kind, Place = Place, Texts = texts, Choice = Choice, Corrected = Corrected };

    public ImportRow Correct(PlanTexts texts, RowChoice choice) => new() { Key = Key, Kind = Kind, Place = Place, Texts = texts, Choice = choice, Corrected = true };

    public ImportRow Choose(RowChoice choice) => new() { Key = Key, Kind = Kind, Place = Place, Texts = Texts, Choice = choice, Corrected = Corrected };
}

/// <summary>Something that the person should know about how the file was understood.</summary>
/// <param name="Kind">Key of its sentence, after <c>Note</c>.</param>
internal sealed record ImportNote(string Kind, string Value);
