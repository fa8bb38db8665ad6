using System.Text.Json.Serialization;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.Importing;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>What a row is about.</summary>
[JsonConverter(typeof(MachineWordConverter<RowKind>))]
internal enum RowKind
{
    /// <summary>An activity; or an axis, where it tells nothing of an activity.</summary>
    Content,

    /// <summary>An entry of the history of an activity.</summary>
    State,

    /// <summary>Title, frame and goals of the plan.</summary>
    Plan,

    /// <summary>How the plan came about: a meeting, a round of consultation, the adoption.</summary>
    Way,
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
        RowKind.Way => PlanColumns.OfWay,
        RowKind.State => [new PlanColumn(PlanField.Axis), .. PlanColumns.OfState],
        _ => IsAxis ? PlanColumns.OfAxis : [new PlanColumn(PlanField.Axis), .. PlanColumns.OfActivity],
    };

    public ImportRow Numbered(int key, PlanTexts texts) => new() { Key = key, Kind = Kind, Place = Place, Texts = texts, Choice = Choice, Corrected = Corrected };

    public ImportRow Correct(PlanTexts texts, RowChoice choice) => new() { Key = Key, Kind = Kind, Place = Place, Texts = texts, Choice = choice, Corrected = true };

    public ImportRow Choose(RowChoice choice) => new() { Key = Key, Kind = Kind, Place = Place, Texts = Texts, Choice = choice, Corrected = Corrected };
}
