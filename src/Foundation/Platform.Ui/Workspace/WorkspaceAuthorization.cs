using Microsoft.AspNetCore.Authorization;
using Platform.Kernel.People;

namespace Platform.Ui.Workspace;

/// <summary>Decides on <see cref="WorkspaceAttribute"/> and <see cref="StaffAttribute"/>. Whoever works on others' behalf has proved a second factor.</summary>
internal sealed class WorkspaceAuthorization(CurrentPerson person) : IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        var proved = context.User.HasClaim(claim => claim.Type == PersonClaims.SecondFactor);
        foreach (var requirement in context.PendingRequirements.ToList())
        {
            var admitted = requirement switch
            {
                WorkspaceAttribute workspace => workspace.Admits(person),
                StaffAttribute staff => staff.Admits(person),
                _ => false,
            };
            if (admitted && proved)
            {
                context.Succeed(requirement);
            }
        }

        return Task.CompletedTask;
    }
}
