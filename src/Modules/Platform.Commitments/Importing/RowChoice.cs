using System.Text.Json.Serialization;
using Platform.Kernel.Text;

namespace Platform.Commitments.Importing;

/// <summary>What is done with a row. <see cref="Suggested"/>: what the rules suggest.</summary>
[JsonConverter(typeof(MachineWordConverter<RowChoice>))]
internal enum RowChoice
{
    Suggested,
    Add,
    Update,
    Skip,
}

/// <summary>Where in the file a row was, for the person to find it again.</summary>
/// <param name="Sheet">Name of the sheet, if it has one.</param>
/// <param name="Table">Number of the table in the file; none for a paragraph outside tables.</param>
/// <param name="Row">Number of the row, as the person's own program shows it.</param>
internal sealed record RowPlace(string? Sheet, int? Table, int Row);

/// <summary>What is wrong with a row.</summary>
/// <param name="Column">Key of the column.</param>
/// <param name="Rule">Key of its sentence, after <c>Problem</c>.</param>
/// <param name="Values">What the sentence tells.</param>
internal sealed record RowProblem(string Column, string Rule, params IReadOnlyList<string> Values);

/// <summary>Something that the person should know about how the file was understood.</summary>
/// <param name="Kind">Key of its sentence, after <c>Note</c>.</param>
internal sealed record ImportNote(string Kind, string Value);
