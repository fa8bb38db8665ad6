using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Participation.Processes.Editing;

/// <summary>Puts a process on the public site, after saying what everybody will see.</summary>
[Workspace(Area.Participation)]
internal sealed class ProcessPublishModel(CommuneContext db, ProcessDesk desk, AuditTrail audit, IStringLocalizer<ProcessEditingTexts> texts) : WorkspacePage
{
    [BindProperty]
    public bool Confirmed { get; set; }

    public Process Process { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation) => await FindAsync(slug, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
        {
            return NotFound();
        }

        if (!Confirmed)
        {
            Refuse(nameof(Confirmed), texts["ConfirmNeeded"]);
            return Invalid();
        }

        Process.Publish(desk.Now);
        audit.Record("process.published", ProcessSubjects.Of(Process));
        await desk.TellCharterAsync(Process, cancellation);
        Tell(await db.SavedAsync(cancellation), texts["Published"], texts["ChangedMeanwhile"]);

        return To("/workspace/processes/" + slug);
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancellation)
    {
        if (await desk.FindAsync(slug, cancellation) is not { IsPublished: false } process)
        {
            return false;
        }

        Process = process;
        return true;
    }
}
