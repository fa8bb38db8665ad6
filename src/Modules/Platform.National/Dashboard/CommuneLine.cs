using Platform.National.Intake;

namespace Platform.National.Dashboard;

/// <summary>A commune with what a list sorts by.</summary>
internal sealed class CommuneLine
{
    public required NationalCommune Commune { get; init; }

    /// <summary>Its progress at the end of the period, where it reported.</summary>
    public NationalProgress? Progress { get; init; }

    /// <summary>The figure that the list is sorted by, where it is sorted by one and the commune reported it.</summary>
    public NationalSnapshot? Figure { get; init; }

    /// <summary>Sums of the axis that the list is sorted by.</summary>
    public AxisSum? Axis { get; init; }
}

/// <summary>What the axes of one commune that stem from one standard axis add up to.</summary>
internal sealed class AxisSum
{
    public required string CommuneCode { get; init; }

    public decimal Points { get; init; }

    public int Activities { get; init; }
}
