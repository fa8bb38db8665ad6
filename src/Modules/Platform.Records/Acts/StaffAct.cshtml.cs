using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Records.Acts;

/// <summary>One act of the nation's trail.</summary>
[Site(SiteKind.National)]
[Staff(Role.Operator, Role.DgctOfficer)]
internal sealed class StaffActModel(NationalContext db, AuditTrail audit, ActsReader reader) : ActPage(db, audit, reader);
