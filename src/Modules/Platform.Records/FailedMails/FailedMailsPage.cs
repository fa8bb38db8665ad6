using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Text;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Records.FailedMails;

/// <summary>Mails that did not get through, on a commune's site and on the national one. Whose the page is, each says itself.</summary>
internal abstract class FailedMailsPage(DbContext db, FailedMailDesk desk, IStringLocalizer<FailedMailsTexts> texts) : PersonalPage
{
    public FailedMailsView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await ShowAsync(null, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostResendAsync(long id, CancellationToken cancellation)
    {
        Tell(await desk.ResendAsync(db, id, cancellation), texts["SentAgain"], texts["NotThereAnyMore"]);
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

        Tell(await desk.DiscardAsync(db, id, why, cancellation), texts["Discarded"], texts["NotThereAnyMore"]);
        return Back();
    }

    /// <summary>What the page shows beside its own mails.</summary>
    protected virtual Task ReadMoreAsync(CancellationToken cancellation) => Task.CompletedTask;

    private RedirectResult Back() => To("/workspace/mails");

    private async Task<bool> ShowAsync((long Id, string Reason, string Wrong)? discarding, CancellationToken cancellation)
    {
        if (!PageNumber.TryRead(Request.Query, out var number))
        {
            return false;
        }

        View = new(await desk.PageAsync(db, number, cancellation), number, discarding);
        await ReadMoreAsync(cancellation);
        return number <= View.Page.Pages;
    }
}
