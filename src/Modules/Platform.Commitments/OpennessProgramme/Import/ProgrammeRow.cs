using System.Text.Json.Serialization;
using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme.Exchange;

namespace Platform.Commitments.OpennessProgramme.Import;

/// <summary>A row as the file tells it and the person has corrected it.</summary>
internal sealed class ProgrammeRow
{
    /// <summary>Its place in the draft, from 1; it stays whatever is corrected.</summary>
    public int Key { get; init; }

    public PartKind Kind { get; init; }

    public required RowPlace Place { get; init; }

    public required PartTexts Texts { get; init; }

    public RowChoice Choice { get; init; }

    /// <summary>A person has changed it.</summary>
    public bool Corrected { get; init; }

    [JsonIgnore]
    public IReadOnlyList<PartColumn> Columns => PartColumns.Of(Kind);

    public ProgrammeRow Numbered(int key, PartTexts texts) => new() { Key = key, Kind = Kind, Place = Place, Texts = texts, Choice = Choice, Corrected = Corrected };

    public ProgrammeRow Correct(PartTexts texts, RowChoice choice) => new() { Key = Key, Kind = Kind, Place = Place, Texts = texts, Choice = choice, Corrected = true };

    public ProgrammeRow Choose(RowChoice choice) => new() { Key = Key, Kind = Kind, Place = Place, Texts = Texts, Choice = choice, Corrected = Corrected };
}
