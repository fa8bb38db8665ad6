using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Participation.Meetings.Editing;

/// <summary>Takes away a meeting that was never announced. What was announced stays for good: it is cancelled, and says so.</summary>
[Workspace(Area.Participation)]
internal sealed class MeetingDeleteModel(CommuneContext db, MeetingDesk desk, AuditTrail audit, IStringLocalizer<MeetingEditingTexts> texts) : MeetingDeskPage(desk)
{
    [BindProperty]
    public bool Confirmed { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancellation) => await DraftAsync(slug, number, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, int number, CancellationToken cancellation)
    {
        if (!await DraftAsync(slug, number, cancellation))
        {
            return NotFound();
        }

        if (!Confirmed)
        {
            Refuse(nameof(Confirmed), texts["ConfirmNeeded"]);
            return Invalid();
        }

        db.Remove(Meeting);
        audit.Record("meeting.deleted", MeetingSubjects.Of(Meeting), before: new { Meeting.Title });
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

        return To("/workspace/processes/" + slug);
    }

    private async Task<bool> DraftAsync(string slug, int number, CancellationToken cancellation) => await FindAsync(slug, number, cancellation) && State == MeetingState.Draft;
}
