using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.National.Intake;

namespace Platform.National.NationalHome;

/// <summary>Communes that take part.</summary>
/// <param name="Total">How many communes the list holds.</param>
/// <param name="Communes">The communes, by their official codes.</param>
internal sealed record CommuneListJson(int Total, IReadOnlyList<CommuneJson> Communes);

/// <summary>A place with its official code (Haut-Commissariat au Plan).</summary>
/// <param name="Code">Official code (Haut-Commissariat au Plan).</param>
/// <param name="Name">Name of the place.</param>
internal sealed record PlaceJson(string Code, LocalizedText Name);

/// <summary>A programme that a commune takes part in.</summary>
/// <param name="Programme"><c>tadafor</c>, <c>remacto</c>, <c>pacto</c>…</param>
/// <param name="Cohort">Cohort or round, where the programme has any.</param>
/// <param name="From">First day, where it is known.</param>
/// <param name="To">Last day, where it is known.</param>
/// <param name="Confirmed">False while the participation is to be confirmed.</param>
internal sealed record MembershipJson(string Programme, string? Cohort, DateOnly? From, DateOnly? To, bool Confirmed);

/// <summary>A commune as open data.</summary>
/// <param name="Slug">Name in addresses.</param>
/// <param name="Code">Official code (Haut-Commissariat au Plan).</param>
/// <param name="Name">Name of the commune.</param>
/// <param name="Province">Province or prefecture.</param>
/// <param name="Region">Region.</param>
/// <param name="Population">Legal population, census of 2024.</param>
/// <param name="Address">The root of its site.</param>
/// <param name="Open">Its site answers now.</param>
/// <param name="Confirmed">False where the project's list of pilots does not name it yet.</param>
/// <param name="ConfirmationNote">What is to be confirmed.</param>
/// <param name="Memberships">Programmes that it takes part in.</param>
/// <param name="Demonstration">True where its data was generated to show the platform.</param>
internal sealed record CommuneJson(
    string Slug,
    string Code,
    LocalizedText Name,
    PlaceJson Province,
    PlaceJson Region,
    int Population,
    string Address,
    bool Open,
    bool Confirmed,
    LocalizedText? ConfirmationNote,
    IReadOnlyList<MembershipJson> Memberships,
    bool Demonstration)
{
    public static CommuneJson Of(ListedCommune listed) => new(
        listed.Commune.Slug,
        listed.Commune.Code,
        listed.Commune.Name,
        new(NationalCommune.ProvinceCodeOf(listed.Commune.Code), listed.Commune.Province),
        new(listed.RegionCode, listed.Commune.Region),
        listed.Commune.Population,
        listed.Commune.Address,
        listed.Open,
        listed.Confirmed,
        listed.ConfirmationNote,
        [.. listed.Memberships.Select(member => new MembershipJson(member.Programme, member.Cohort, member.From, member.To, member.Confirmed))],
        listed.Commune.Demonstration);
}
