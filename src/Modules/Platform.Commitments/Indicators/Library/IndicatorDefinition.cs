using Platform.Data.Seeding;
using Platform.Kernel.Indicators;
using Platform.Kernel.Measures;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Library;

/// <summary>An indicator as a file of tenants/ defines it.</summary>
/// <param name="Line">Where, for messages about it.</param>
internal sealed record IndicatorDefinition(
    string Code,
    LocalizedText Name,
    LocalizedText Definition,
    LocalizedText Unit,
    IndicatorKind Kind,
    Direction Direction,
    Periodicity Periodicity,
    PeriodBehaviour Behaviour,
    DeriveRule Derive,
    RollUp RollUp,
    int? RankingFloor,
    string? MeasureKey,
    IReadOnlyList<ScaleStep> Scale,
    IReadOnlyList<SeedSource> Sources,
    long Line)
{
    /// <summary>The measure that counts a part of what is entered by hand: shown to who enters, never entered for them.</summary>
    public string? PartKey { get; init; }

    /// <summary>What DGCT added from a page, as a file would have it.</summary>
    public static IndicatorDefinition Of(StandardAddition added) => new(
        added.Indicator.Code, added.Indicator.Name, added.Indicator.Definition, added.Indicator.Unit, added.Indicator.Kind, added.Indicator.Direction,
        added.Indicator.Periodicity, added.Behaviour, DeriveRules.For(added.Indicator.Kind, added.Behaviour), added.Indicator.RollUp, added.Indicator.RankingFloor,
        added.Measure, [.. added.Steps.Select((step, at) => new ScaleStep(at + 1, step))], [], 0);

    public StandardIndicator AsStandard() =>
        new(Code, Name, Definition, Unit, Kind, Direction, Periodicity, RollUp, RankingFloor);
}
