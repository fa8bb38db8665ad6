using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Identity.Team;

[Site(SiteKind.Commune)]
[Workspace(Area.Team)]
internal sealed class TeamListModel : MembersListPage
{
    public override string Root => "/workspace/team";
}
