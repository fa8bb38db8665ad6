namespace Platform.National.LegalRules;

/// <summary>What rules are grouped by, in this order.</summary>
internal enum RuleTopic
{
    Petitions,
    Sessions,
    Information,
    Complaints,
    Associations,

    /// <summary>Not for communes: where somebody is sent on.</summary>
    National,
}
