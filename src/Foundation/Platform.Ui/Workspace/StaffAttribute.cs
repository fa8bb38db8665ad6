using Microsoft.AspNetCore.Authorization;
using Platform.Kernel.People;

namespace Platform.Ui.Workspace;

/// <summary>Who may use a page or endpoint of the national workspace: staff with one of these roles; without roles, all staff.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class StaffAttribute(params Role[] staff) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public IReadOnlyList<Role> Staff { get; } = staff is [] ? [Role.Analyst, Role.DgctOfficer, Role.Operator] : staff;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];

    internal bool Admits(CurrentPerson person) => Staff.Any(person.Is);
}
