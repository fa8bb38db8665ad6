using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Records.Acts;

/// <summary>One act of the commune's trail.</summary>
[Site(SiteKind.Commune)]
[Workspace(Area.Team)]
internal sealed class ActModel(CommuneContext db, AuditTrail audit, ActsReader reader) : ActPage(db, audit, reader);
