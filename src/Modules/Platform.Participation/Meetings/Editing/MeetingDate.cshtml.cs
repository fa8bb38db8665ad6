using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Participation.Meetings.Editing;

/// <summary>Puts a meeting at another time or place than announced, or sets one again that was cancelled; everybody reads why.</summary>
[Workspace(Area.Participation)]
internal sealed class MeetingDateModel(
    CommuneContext db, MeetingDesk desk, AuditTrail audit, IStringLocalizer<MeetingEditingTexts> texts, IStringLocalizer<MeetingTexts> words) : MeetingDeskPage(desk)
{
    [BindProperty]
    public DateInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancellation)
    {
        if (!await MovableAsync(slug, number, cancellation))
        {
            return NotFound();
        }

        Input = new() { Times = MeetingTimes.Of(Meeting), Place = LocalizedInput.From(Meeting.Place), Link = Meeting.Link, Revision = Meeting.Revision };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, int number, CancellationToken cancellation)
    {
        if (!await MovableAsync(slug, number, cancellation))
        {
            return NotFound();
        }

        Check();
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        db.EditedFrom(Meeting, Input.Revision);
        var reason = Input.Reason.ToText()!;
        Meeting.Move(Input.Times.StartsAt!.Value, Input.Times.EndsAt!.Value, Input.Place.ToText(), Input.ToLink(), reason, Now);
        audit.RecordChange("meeting.moved", MeetingSubjects.Of(Meeting), Meeting, reason.In(Language));
        if (!await db.SavedAsync(cancellation))
        {
            return await ConflictAsync(slug, number, cancellation);
        }

        SavedForm = $"meeting-date-{MeetingSubjects.Of(Meeting)}";
        Notice = texts["MovedNow"];
        return To(Root);
    }

    private void Check()
    {
        foreach (var (field, problem) in Input.Times.Problems().Where(one => ModelState["Input.Times." + one.Field] is not { Errors.Count: > 0 }).ToList())
        {
            Refuse("Input.Times." + field, problem == "ValidationRequired" ? problem : texts[problem]);
        }

        // What was held cannot be put off, and nobody can come to what was.
        if (Input.Times.StartsAt is { } starts && Input.Times.EndsAt > starts && starts <= Now)
        {
            Refuse("Input.Times.On", texts["BeganAlready"]);
        }

        if (Input.ToLink() is { } link && !MeetingInput.IsLink(link))
        {
            Refuse("Input.Link", texts["LinkWrong"]);
        }
        else if (Input.Place.IsEmpty && Input.ToLink() is null)
        {
            Refuse("Input.Place.Ar", texts["PlaceNeeded"]);
        }
    }

    private async Task<bool> MovableAsync(string slug, int number, CancellationToken cancellation) =>
        await FindAsync(slug, number, cancellation) && State is MeetingState.ToCome or MeetingState.Now or MeetingState.Cancelled;

    private async Task<IActionResult> ConflictAsync(string slug, int number, CancellationToken cancellation)
    {
        if (!await MovableAsync(slug, number, cancellation))
        {
            Warning = texts["ChangedMeanwhile"];
            return To("/workspace" + MeetingSubjects.LinkOf(slug, number));
        }

        Input.Revision = Meeting.Revision;
        return Conflicting(
        [
            .. EditConflict.Differing(
                texts["When"], MeetingWords.When(Meeting.StartsAt, Meeting.EndsAt, words), MeetingWords.When(Input.Times.StartsAt, Input.Times.EndsAt, words)),
            .. EditConflict.Differing(texts["Place"], Meeting.Place, Input.Place.ToText()),
            .. EditConflict.Differing(texts["Link"], Meeting.Link, Input.ToLink()),
        ]);
    }

    internal sealed class DateInput
    {
        public MeetingTimes Times { get; set; } = new();

        [Localized(Longest = 400)]
        public LocalizedInput Place { get; set; } = new();

        [StringLength(Meeting.LinkLength)]
        public string? Link { get; set; }

        [Localized(Required = true, Longest = 500)]
        public LocalizedInput Reason { get; set; } = new();

        public int Revision { get; set; }

        public string? ToLink() => string.IsNullOrWhiteSpace(Link) ? null : Link.Trim();
    }
}
