using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Participation.Meetings.Editing;

/// <summary>Cancels a meeting that was announced; its page stays and says why.</summary>
[Workspace(Area.Participation)]
internal sealed class MeetingCancelModel(CommuneContext db, MeetingDesk desk, AuditTrail audit, IStringLocalizer<MeetingEditingTexts> texts) : MeetingDeskPage(desk)
{
    [BindProperty]
    public CancelInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancellation)
    {
        if (!await AheadAsync(slug, number, cancellation))
        {
            return NotFound();
        }

        Input.Revision = Meeting.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, int number, CancellationToken cancellation)
    {
        if (!await AheadAsync(slug, number, cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        db.EditedFrom(Meeting, Input.Revision);
        var reason = Input.Reason.ToText()!;
        Meeting.Cancel(reason, Now);
        audit.Record("meeting.cancelled", MeetingSubjects.Of(Meeting), reason.In(Language), after: new { Meeting.CancelReason });
        if (!await db.SavedAsync(cancellation))
        {
            return await ConflictAsync(slug, number, cancellation);
        }

        SavedForm = $"meeting-cancel-{MeetingSubjects.Of(Meeting)}";
        Notice = texts["CancelledNow"];
        return To(Root);
    }

    private async Task<bool> AheadAsync(string slug, int number, CancellationToken cancellation) =>
        await FindAsync(slug, number, cancellation) && State is MeetingState.ToCome or MeetingState.Now;

    /// <summary>Whoever cancels what somebody else has just changed sees it once more first.</summary>
    private async Task<IActionResult> ConflictAsync(string slug, int number, CancellationToken cancellation)
    {
        if (!await AheadAsync(slug, number, cancellation))
        {
            Warning = texts["ChangedMeanwhile"];
            return To("/workspace" + MeetingSubjects.LinkOf(slug, number));
        }

        Input.Revision = Meeting.Revision;
        return Conflicting([]);
    }

    internal sealed class CancelInput
    {
        [Localized(Required = true, Longest = 500)]
        public LocalizedInput Reason { get; set; } = new();

        public int Revision { get; set; }
    }
}
