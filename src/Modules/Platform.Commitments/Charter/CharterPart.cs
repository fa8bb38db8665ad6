using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter;

/// <summary>What a part of the charter holds beside its text.</summary>
internal enum CharterItems
{
    None,
    Ladder,
    References,
    CommitmentsOfCommune,
    CommitmentsOfAssociations,
    CommitmentsOfCitizens,
    Team,
}

/// <summary>A part of the charter as it is shown and compared: a section with the items that belong to it.</summary>
/// <param name="Key">Anchor in the page; the same part has the same key in every version.</param>
/// <param name="Level">1 for a section, 2 for a part of one.</param>
/// <param name="Title">None for items that the document has no section for: they are headed by the platform's own words.</param>
internal sealed record CharterPart(
    string Key, string? Number, int Level, LocalizedText? Title, LocalizedText? Text, CharterItems Items, SeedSource? Source)
{
    /// <summary>The section that items of a kind stand in.</summary>
    public static readonly IReadOnlyList<(CharterItems Items, string Key)> Homes =
    [
        (CharterItems.References, CharterSection.ReferencesKey),
        (CharterItems.Ladder, CharterSection.LadderKey),
        (CharterItems.CommitmentsOfCommune, CharterSection.CommitmentsKey(CommitmentParty.Commune)),
        (CharterItems.CommitmentsOfAssociations, CharterSection.CommitmentsKey(CommitmentParty.Associations)),
        (CharterItems.CommitmentsOfCitizens, CharterSection.CommitmentsKey(CommitmentParty.Citizens)),
        (CharterItems.Team, CharterSection.TeamKey),
    ];

    /// <summary>The parts of a version in the order of the document; items whose section the document lacks come last.</summary>
    public static IReadOnlyList<CharterPart> Of(CharterVersion version)
    {
        var sections = version.Sections.OrderBy(section => section.Position).Select(section => new CharterPart(
            section.Key, section.Number, section.ParentKey is null ? 1 : 2, section.Title, section.Text, ItemsOf(version, section.Key), section.Source));
        var homeless = Homes
            .Where(home => Has(version, home.Items) && !version.Sections.Exists(section => section.Key == home.Key))
            .Select(home => new CharterPart(home.Key, null, 1, null, null, home.Items, SourceOf(version, home.Items)));
        return [.. sections, .. homeless];
    }

    public static CommitmentParty? PartyOf(CharterItems items) => items switch
    {
        CharterItems.CommitmentsOfCommune => CommitmentParty.Commune,
        CharterItems.CommitmentsOfAssociations => CommitmentParty.Associations,
        CharterItems.CommitmentsOfCitizens => CommitmentParty.Citizens,
        _ => null,
    };

    private static CharterItems ItemsOf(CharterVersion version, string key)
    {
        var items = Homes.FirstOrDefault(home => home.Key == key).Items;
        return Has(version, items) ? items : CharterItems.None;
    }

    private static bool Has(CharterVersion version, CharterItems items) => items switch
    {
        CharterItems.None => false,
        CharterItems.Ladder => version.Ladder.Count > 0,
        CharterItems.References => version.References.Count > 0,
        CharterItems.Team => version.Seats.Count + version.Tasks.Count > 0,
        _ => version.Commitments.Exists(commitment => commitment.Party == PartyOf(items)),
    };

    private static SeedSource? SourceOf(CharterVersion version, CharterItems items) => items switch
    {
        CharterItems.Ladder => version.Ladder[0].Source,
        CharterItems.References => version.References[0].Source,
        CharterItems.Team => version.TeamSource,
        _ => version.Commitments.Find(commitment => commitment.Party == PartyOf(items))?.Source,
    };
}
