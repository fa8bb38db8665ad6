using Platform.Identity.Team;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Identity.Staff;

[Site(SiteKind.National)]
[Staff(Role.Operator)]
[Recent]
internal sealed class StaffMemberModel : MemberPage
{
    public override string Root => "/workspace/staff";
}
