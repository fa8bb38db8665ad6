using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Participation.Meetings.Editing;

/// <summary>Announces a meeting: from then on everybody sees it, and when and where change only with a reason.</summary>
[Workspace(Area.Participation)]
internal sealed class MeetingAnnounceModel(CommuneContext db, MeetingDesk desk, AuditTrail audit, IStringLocalizer<MeetingEditingTexts> texts) : MeetingDeskPage(desk)
{
    [BindProperty]
    public bool Confirmed { get; set; }

    public IReadOnlyList<MeetingObstacle> Obstacles { get; private set; } = [];

    /// <summary>It took place before it was announced: it is put on the site to be told of.</summary>
    public bool IsOver => Meeting.EndsAt <= Now;

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancellation) => await DraftAsync(slug, number, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, int number, CancellationToken cancellation)
    {
        if (!await DraftAsync(slug, number, cancellation))
        {
            return NotFound();
        }

        foreach (var obstacle in Obstacles)
        {
            Refuse("", texts["Obstacle_" + obstacle]);
        }

        if (Obstacles.Count == 0 && !Confirmed)
        {
            Refuse(nameof(Confirmed), texts["ConfirmNeeded"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        // The process too: it is not closed in this moment by somebody who sees no meeting ahead.
        db.EditedFrom(Meeting.Process!, Meeting.Process!.Revision);
        Meeting.Announce(Now);
        audit.Record("meeting.announced", MeetingSubjects.Of(Meeting), after: new { Meeting.StartsAt, Meeting.EndsAt, Meeting.Place, Meeting.Link });
        Tell(await db.SavedAsync(cancellation), texts["Announced"], texts["ChangedMeanwhile"]);
        return To(Root);
    }

    private async Task<bool> DraftAsync(string slug, int number, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, number, cancellation) || State != MeetingState.Draft)
        {
            return false;
        }

        Obstacles = MeetingDesk.ObstaclesTo(Meeting);
        return true;
    }
}
