using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Participation.Consultations.Editing;

/// <summary>Takes away a consultation that was never announced: nobody has seen it, and nobody has said anything in it. What was announced stays for good.</summary>
[Workspace(Area.Participation)]
internal sealed class ConsultationDeleteModel(CommuneContext db, ConsultationDesk desk, AuditTrail audit, IStringLocalizer<ConsultationEditingTexts> texts) : WorkspacePage
{
    [BindProperty]
    public bool Confirmed { get; set; }

    public Consultation Consultation { get; private set; } = null!;

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

        var process = Consultation.Process!.Slug;
        await desk.DeleteAsync(Consultation, cancellation);
        audit.Record("consultation.deleted", ConsultationDesk.SubjectOf(Consultation), before: new { Consultation.Title });
        try
        {
            await db.SaveChangesAsync(cancellation);
            Notice = texts["Deleted"];
        }
        catch (DbUpdateException)
        {
            // Somebody else announced or deleted it in the same moment.
            Warning = texts["ChangedMeanwhile"];
        }

        return To("/workspace/processes/" + process);
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancellation)
    {
        if (await desk.FindAsync(slug, cancellation) is not { AnnouncedAt: null, Process: not null } consultation)
        {
            return false;
        }

        Consultation = consultation;
        return true;
    }
}
