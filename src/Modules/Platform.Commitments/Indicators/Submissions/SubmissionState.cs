namespace Platform.Commitments.Indicators.Submissions;

/// <summary>Where the values of a reporting period are on their way to being accepted.</summary>
internal enum SubmissionState
{
    /// <summary>With DGCT: the values are locked until it decides.</summary>
    Submitted,

    /// <summary>Back with a comment: the commune corrects and submits again.</summary>
    Returned,

    /// <summary>Accepted and locked.</summary>
    Accepted,

    /// <summary>The commune has asked to open what was accepted; still locked.</summary>
    ReopeningAsked,

    /// <summary>Opened again by DGCT.</summary>
    Reopened,
}
