using Microsoft.AspNetCore.Mvc;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Records.Acts;

/// <summary>One act with what changed and from where.</summary>
[Workspace(Area.Team)]
internal sealed class ActModel(CommuneContext db, AuditTrail audit, ActsReader reader) : WorkspacePage
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
