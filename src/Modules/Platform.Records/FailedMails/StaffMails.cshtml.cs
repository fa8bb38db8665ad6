using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Mail;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Records.FailedMails;

/// <summary>Mails of the national site that did not get through, and how many each commune has.</summary>
[Site(SiteKind.National)]
[Staff(Role.Operator, Role.DgctOfficer)]
internal sealed class StaffMailsModel(NationalContext db, FailedMailDesk desk, IStringLocalizer<FailedMailsTexts> texts, ICommuneCatalog catalog)
    : FailedMailsPage(db, desk, texts)
{
    private readonly NationalContext db = db;

    /// <summary>Communes with mails that were given up or wait, those with most first.</summary>
    public IReadOnlyList<(Commune Commune, MailBacklog Backlog)> Communes { get; private set; } = [];

    protected override async Task ReadMoreAsync(CancellationToken cancellation)
    {
        var communes = (await catalog.AllAsync(cancellation)).ToDictionary(listed => listed.Commune.Slug, listed => listed.Commune);
        var backlogs = await db.Set<MailBacklog>().AsNoTracking().Where(backlog => backlog.Failed > 0 || backlog.Waiting > 0).ToListAsync(cancellation);
        Communes =
        [
            .. backlogs.Where(backlog => communes.ContainsKey(backlog.Commune))
                .OrderByDescending(backlog => backlog.Failed).ThenByDescending(backlog => backlog.Waiting).ThenBy(backlog => backlog.Commune, StringComparer.Ordinal)
                .Select(backlog => (communes[backlog.Commune], backlog)),
        ];
    }
}
