namespace Platform.Commitments.ActionPlan.Exchange;

/// <summary>A step on the way of a plan.</summary>
internal enum WayKind
{
    /// <summary>A meeting or a workshop that prepared it.</summary>
    Preparation,

    /// <summary>A round of consultation.</summary>
    Round,

    /// <summary>The council's vote: an official act.</summary>
    Adoption,
}
