namespace Platform.Kernel.Charters;

/// <summary>The ladder of participation, from the lowest rung to the highest.</summary>
public enum LadderRung
{
    Information,
    Consultation,
    Concertation,
    CoDecision,
}
