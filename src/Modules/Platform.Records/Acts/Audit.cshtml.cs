using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Records.Acts;

/// <summary>The commune's audit trail.</summary>
[Site(SiteKind.Commune)]
[Workspace(Area.Team)]
internal sealed class AuditModel(
    CommuneContext db, AuditTrail audit, ActsReader reader, IStringLocalizer<ActsTexts> texts, TimeProvider time, CurrentCommune commune)
    : AuditPage(db, audit, reader, texts, time, commune.Value.Slug);
