using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Kernel.Indicators;

public enum IndicatorKind
{
    Count,
    Percentage,
    Ratio,
    Score,

    /// <summary>Qualitative: a step of a scale, each with its statement.</summary>
    Scale,
}

public enum Direction
{
    None,
    Up,
    Down,
}

/// <summary>How the figures of several communes become one of a region.</summary>
public enum RollUp
{
    None,
    Sum,
    PopulationMean,

    /// <summary>From summed numerators and denominators; never a mean of percentages.</summary>
    Recompute,
}

/// <summary>An indicator of the DGCT library as every room may know it.</summary>
/// <param name="RankingFloor">A ratio over fewer cases than this is shown but not ranked.</param>
public sealed record StandardIndicator(
    string Code,
    LocalizedText Name,
    LocalizedText Definition,
    LocalizedText Unit,
    IndicatorKind Kind,
    Direction Direction,
    Periodicity Periodicity,
    RollUp RollUp,
    int? RankingFloor);

/// <summary>The DGCT library: the same for every commune, in its stable order.</summary>
public interface IStandardIndicators
{
    IReadOnlyList<StandardIndicator> All { get; }
}
