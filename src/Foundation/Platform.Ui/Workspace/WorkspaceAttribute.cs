using Microsoft.AspNetCore.Authorization;
using Platform.Kernel.People;

namespace Platform.Ui.Workspace;

/// <summary>
/// Who may use a page or endpoint of the commune's workspace: the focal point, and members of the team entrusted with one of the areas.
/// A sign-in without a second factor is sent to prove one.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class WorkspaceAttribute(params Area[] areas) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public IReadOnlyList<Area> Areas { get; } = areas;

    /// <summary>Every member of the team, whatever the areas, and of the committees.</summary>
    public bool Everyone { get; init; }

    /// <summary>Members of committees too.</summary>
    public bool Committee { get; init; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];

    internal bool Admits(CurrentPerson person) =>
        Everyone
            ? person.IsAny(Role.FocalPoint, Role.TeamMember, Role.CommitteeMember)
            : Areas.Any(person.May) || (Committee && person.Is(Role.CommitteeMember));
}
