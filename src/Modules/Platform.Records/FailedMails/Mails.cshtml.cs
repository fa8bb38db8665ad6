using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Records.FailedMails;

/// <summary>Mails of the commune that did not get through.</summary>
[Site(SiteKind.Commune)]
[Workspace(Area.Team)]
internal sealed class MailsModel(CommuneContext db, FailedMailDesk desk, IStringLocalizer<FailedMailsTexts> texts) : FailedMailsPage(db, desk, texts);
