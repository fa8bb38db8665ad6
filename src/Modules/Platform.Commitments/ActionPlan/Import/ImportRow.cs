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

/// <summary>An axis or an activity as the file tells it and the person has corrected it.</summary>
internal sealed class ImportRow
{
    /// <summary>Its place in the draft, from 1; it stays whatever is corrected.</summary>
    public int Key { get; init; }

    public required RowPlace Place { get; init; }

    public required PlanTexts Texts { get; set; }

    public RowChoice Choice { get; set; }

    /// <summary>A person has changed it.</summary>
    public bool Corrected { get; set; }

    /// <summary>A row without an activity is about its axis.</summary>
    [JsonIgnore]
    public bool IsAxis => !PlanColumns.OfActivity.Any(column => Texts.ContainsKey(column.Key));
}

/// <summary>Something that the person should know about how the file was understood.</summary>
/// <param name="Kind">Key of its sentence, after <c>Note</c>.</param>
internal sealed record ImportNote(string Kind, string Value);
