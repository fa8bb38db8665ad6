using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Records.Acts;

/// <summary>The audit trail of the national database: communes, templates, thresholds, jobs.</summary>
[Site(SiteKind.National)]
[Staff(Role.Operator, Role.DgctOfficer)]
internal sealed class StaffAuditModel(NationalContext db, AuditTrail audit, ActsReader reader, IStringLocalizer<ActsTexts> texts, TimeProvider time)
    : AuditPage(db, audit, reader, texts, time, "national");
