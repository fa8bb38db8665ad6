namespace Platform.Kernel.People;

/// <summary>What an account is on its site. The first five are a commune's, the last three the nation's.</summary>
public enum Role
{
    /// <summary>The civil servant in charge: may do everything in the commune.</summary>
    FocalPoint,

    /// <summary>May do what the areas entrusted to the account allow.</summary>
    TeamMember,

    /// <summary>Comments and evaluates.</summary>
    CommitteeMember,

    AssociationRepresentative,

    Citizen,

    /// <summary>Reads the national dashboard, internal parts included.</summary>
    Analyst,

    /// <summary>Also models, the standard library, reporting periods, thresholds.</summary>
    DgctOfficer,

    /// <summary>Communes and jobs.</summary>
    Operator,
}
