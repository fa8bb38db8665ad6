namespace Platform.Commitments.OpennessProgramme;

/// <summary>How exactly the day of a milestone is known.</summary>
internal enum DatePrecision
{
    Day,

    /// <summary>Only the month is known; the first day stands for it.</summary>
    Month,
}

/// <summary>What a milestone is, seen from a day.</summary>
internal enum MilestoneState
{
    /// <summary>It took place.</summary>
    Kept,

    /// <summary>It did not.</summary>
    Missed,

    /// <summary>Its day is still to come.</summary>
    Announced,

    /// <summary>Its day is over, and no document says whether it took place.</summary>
    Unconfirmed,
}

/// <summary>The short lists that a programme is made of beside its projects and milestones.</summary>
internal enum StatementKind
{
    Goal,
    Principle,
    PriorityAxis,

    /// <summary>A step of the method of consultation.</summary>
    Step,

    /// <summary>A paper of the file handed out to participants.</summary>
    WorkFile,
    NextStep,
}

internal enum ProjectIndicatorKind
{
    FollowUp,
    Impact,
}

/// <summary>How far a project is, in the words of the independent reporting mechanism (IRM) of the Open Government Partnership.</summary>
internal enum Completion
{
    /// <summary>Nothing shows how far it is.</summary>
    NoEvidence,
    NotStarted,
    Limited,
    Substantial,
    Complete,
}

/// <summary>In the order in which the committee is shown.</summary>
internal enum CommitteeGroup
{
    Chair,
    Elected,
    ConsultativeBody,
    Staff,
    FocalPoint,
}
