using Platform.Kernel.People;

namespace Platform.Identity.Accounts;

internal static class Roles
{
    public static IReadOnlyList<Role> OfCommune { get; } =
        [Role.FocalPoint, Role.TeamMember, Role.CommitteeMember, Role.AssociationRepresentative, Role.Citizen];

    public static IReadOnlyList<Role> OfNation { get; } = [Role.Analyst, Role.DgctOfficer, Role.Operator];

    /// <summary>Whoever works on others' behalf proves themselves twice.</summary>
    public static bool NeedsSecondFactor(this Role role) => role is not (Role.AssociationRepresentative or Role.Citizen);
}
