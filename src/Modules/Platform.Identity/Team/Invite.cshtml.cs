using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Identity.Team;

[Site(SiteKind.Commune)]
[Workspace(Area.Team)]
[Recent]
internal sealed class TeamInviteModel : InvitePage
{
    public override string Root => "/workspace/team";
}
