using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data.Auditing;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Workspace;

namespace Platform.Records.Acts;

/// <summary>An audit trail, a commune's or the nation's: searched, exported, verified. Whose it is, each page says itself.</summary>
/// <param name="name">What its files are called by.</param>
internal abstract class AuditPage(DbContext db, AuditTrail audit, ActsReader reader, IStringLocalizer<ActsTexts> texts, TimeProvider time, string name) : PersonalPage
{
    public ActsView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var query = ActsQuery.Read(Request.Query);
        if (query.Page == 0)
        {
            return NotFound();
        }

        View = new(query, await reader.PageAsync(db, query, cancellation));
        if (query.Page > View.Page.Pages)
        {
            return NotFound();
        }

        return query.Wrong.Count > 0 ? Invalid() : Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        var query = ActsQuery.Read(Request.Query);
        return query.Wrong.Count > 0
            ? await OnGetAsync(cancellation)
            : await ActsHandlers.ExportAsync(db, audit, reader, query, texts, $"audit-{name}-{Formats.Machine(time.TodayInMorocco())}.csv", cancellation);
    }

    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken cancellation)
    {
        Notice = await ActsHandlers.VerifyAsync(db, audit, texts, cancellation);
        return To("/workspace/audit");
    }
}

/// <summary>One act with what changed and from where.</summary>
internal abstract class ActPage(DbContext db, AuditTrail audit, ActsReader reader) : PersonalPage
{
    public ActSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (await ActsHandlers.OpenAsync(db, audit, reader, id, cancellation) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        return Page();
    }
}
