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
    public StandardIndicator AsStandard() =>
        new(Code, Name, Definition, Unit, Kind, Direction, Periodicity, RollUp, RankingFloor);
}
