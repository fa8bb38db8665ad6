namespace Platform.Commitments.Charter;

/// <summary>How far a version of the charter is.</summary>
internal enum CharterState
{
    /// <summary>Being written and discussed; readers do not see it.</summary>
    Draft,

    /// <summary>The council has adopted it; it is not published yet.</summary>
    Adopted,

    InForce,

    /// <summary>It was in force until a later version was adopted, and stays readable.</summary>
    Superseded,
}

/// <summary>What kind of text the charter refers to, in the order of the charter's frame.</summary>
internal enum LegalReferenceKind
{
    RoyalSpeech,
    Constitution,
    OrganicLaw,
    Law,
    DevelopmentModel,
    CouncilRules,
}

/// <summary>Who has committed themselves.</summary>
internal enum CommitmentParty
{
    Commune,
    Associations,
    Citizens,
}

internal enum SignatoryKind
{
    Association,
    Partner,
}

/// <summary>What an item of the charter is, as the addresses of its form name it.</summary>
internal enum CharterItemKind
{
    Section,
    Rung,
    Reference,
    Commitment,
    Seat,
    Task,
}
