using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Workspace;

namespace Platform.Records.Acts;

/// <summary>The audit trail of the national database: communes, templates, thresholds, jobs.</summary>
[Staff(Role.Operator, Role.DgctOfficer)]
internal sealed class StaffAuditModel(NationalContext db, AuditTrail audit, ActsReader reader, IStringLocalizer<ActsTexts> texts, TimeProvider time) : StaffPage
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
        if (query.Page > Math.Max(1, View.Page.Pages))
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
            : await ActsHandlers.ExportAsync(db, audit, reader, query, texts, $"audit-national-{Formats.Machine(time.TodayInMorocco())}.csv", cancellation);
    }

    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken cancellation)
    {
        Notice = await ActsHandlers.VerifyAsync(db, audit, texts, cancellation);
        return Redirect($"/{Language.Tag}/workspace/audit");
    }
}
