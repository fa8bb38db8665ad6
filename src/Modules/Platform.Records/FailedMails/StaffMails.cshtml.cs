using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Mail;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Ui;
using Platform.Ui.Workspace;

namespace Platform.Records.FailedMails;

/// <summary>Mails of the national site that did not get through, and how many each commune has.</summary>
[Staff(Role.Operator, Role.DgctOfficer)]
internal sealed class StaffMailsModel(NationalContext db, FailedMailDesk desk, IStringLocalizer<FailedMailsTexts> texts, ICommuneCatalog catalog) : StaffPage
{
    public FailedMailsView View { get; private set; } = null!;

    /// <summary>Communes with mails that were given up or wait, those with most first.</summary>
    public IReadOnlyList<(Commune Commune, MailBacklog Backlog)> Communes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await ShowAsync(null, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostResendAsync(long id, CancellationToken cancellation)
    {
        Notice = texts[await desk.ResendAsync(db, id, cancellation) ? "SentAgain" : "NotThereAnyMore"];
        return Back();
    }

    public async Task<IActionResult> OnPostResendAllAsync(CancellationToken cancellation)
    {
        Notice = texts.Count("AllSentAgain", await desk.ResendAllAsync(db, cancellation));
        return Back();
    }

    public async Task<IActionResult> OnPostDiscardAsync(long id, string? reason, CancellationToken cancellation)
    {
        var why = Cleaning.Clean(reason ?? "");
        if (FailedMailsView.WrongWith(why) is { } wrong)
        {
            return await ShowAsync((id, why, wrong), cancellation) ? Invalid() : NotFound();
        }

        Notice = texts[await desk.DiscardAsync(db, id, why, cancellation) ? "Discarded" : "NotThereAnyMore"];
        return Back();
    }

    private RedirectResult Back() => Redirect($"/{Language.Tag}/workspace/mails");

    private async Task<bool> ShowAsync((long Id, string Reason, string Wrong)? discarding, CancellationToken cancellation)
    {
        var number = FailedMailsView.NumberOf(Request.Query);
        if (number == 0)
        {
            return false;
        }

        View = new(await desk.PageAsync(db, number, cancellation), number, discarding);
        var communes = (await catalog.AllAsync(cancellation)).ToDictionary(listed => listed.Commune.Slug, listed => listed.Commune);
        var backlogs = await db.Set<MailBacklog>().AsNoTracking().Where(backlog => backlog.Failed > 0 || backlog.Waiting > 0).ToListAsync(cancellation);
        Communes =
        [
            .. backlogs.Where(backlog => communes.ContainsKey(backlog.Commune))
                .OrderByDescending(backlog => backlog.Failed).ThenByDescending(backlog => backlog.Waiting).ThenBy(backlog => backlog.Commune, StringComparer.Ordinal)
                .Select(backlog => (communes[backlog.Commune], backlog)),
        ];
        return number <= Math.Max(1, View.Page.Pages);
    }
}
