namespace Platform.Kernel.People;

/// <summary>What a member of a commune's team can be entrusted with. The focal point has all of them.</summary>
public enum Area
{
    /// <summary>The commune itself: names, logo, contact, features, privacy notice.</summary>
    Identity,

    /// <summary>Accounts, invitations, areas, access keys, audit trail, mails.</summary>
    Team,

    Charter,

    ActionPlan,

    Openness,

    Indicators,

    Documents,

    /// <summary>Processes and consultations.</summary>
    Participation,
}
