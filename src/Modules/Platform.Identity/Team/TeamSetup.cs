using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Identity.Accounts;
using Platform.Identity.Invitations;
using Platform.Kernel.People;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Identity.Team;

/// <summary>The step of getting started that is done once somebody beside the first focal point works here, or was asked to.</summary>
internal sealed class TeamSetup(SiteAccounts site, IStringLocalizer<TeamTexts> texts) : ISetupSource
{
    private const int Order = 200;

    public async Task<IReadOnlyList<SetupStep>> StepsAsync(CancellationToken cancellation)
    {
        var team = await site.Db.Set<Account>().CountAsync(
            account => account.BlockedAt == null && account.Roles.Any(role => role.Role == Role.FocalPoint || role.Role == Role.TeamMember), cancellation);
        var done = team > 1 || await site.Db.Set<Invitation>().AnyAsync(invitation => invitation.RevokedAt == null && invitation.Role == Role.TeamMember, cancellation);
        return [new(Order, Area.Team, texts["SetupStep"], texts["SetupHelp"], $"/{Languages.Current.Tag}/workspace/team", done)];
    }
}
