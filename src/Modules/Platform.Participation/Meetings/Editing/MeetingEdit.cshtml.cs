using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Participation.Processes;
using Platform.Ui.Workspace;

namespace Platform.Participation.Meetings.Editing;

/// <summary>A meeting in its form; without a number, a new one. Of one that is announced, all but when and where.</summary>
[Workspace(Area.Participation)]
internal sealed class MeetingEditModel(
    CommuneContext db, MeetingDesk desk, AuditTrail audit, IStringLocalizer<MeetingEditingTexts> texts, IStringLocalizer<MeetingTexts> words) : WorkspacePage
{
    [BindProperty]
    public MeetingInput Input { get; set; } = new();

    public Process Process { get; private set; } = null!;

    public Meeting? Meeting { get; private set; }

    public bool IsAnnounced => Meeting?.AnnouncedAt is not null;

    public bool CanMove => Meeting?.StateAt(desk.Now) is MeetingState.ToCome or MeetingState.Now or MeetingState.Cancelled;

    /// <summary>The consultations of the process, after none of them.</summary>
    public IReadOnlyList<SelectListItem> Consultations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, int? number, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, number, cancellation))
        {
            return NotFound();
        }

        Input = Meeting is null ? Input : MeetingInput.Of(Meeting);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, int? number, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, number, cancellation))
        {
            return NotFound();
        }

        if (IsPreview)
        {
            return Preview();
        }

        Check();
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Meeting is null)
        {
            var added = await desk.AddAsync(
                Process.Id, Input.ToText(), meeting => audit.Record("meeting.created", MeetingSubjects.Of(meeting), after: Input.ToText()), cancellation);
            return Saved(slug, null, added.Number, "Created");
        }

        db.EditedFrom(Meeting, Input.Revision);
        if (IsAnnounced)
        {
            Meeting.Reword(Input.ToText());
        }
        else
        {
            Meeting.Describe(Input.ToText());
        }

        audit.RecordChange("meeting.changed", MeetingSubjects.Of(Meeting), Meeting);
        return !await db.SavedAsync(cancellation) ? await ConflictAsync(slug, number, cancellation) : Saved(slug, number, Meeting.Number, "Saved");
    }

    private void Check()
    {
        if (!string.IsNullOrWhiteSpace(Input.Link) && !MeetingInput.IsLink(Input.Link))
        {
            Refuse("Input.Link", texts["LinkWrong"]);
        }
        else if (IsAnnounced && Meeting!.Place is null && string.IsNullOrWhiteSpace(Input.Link))
        {
            Refuse("Input.Link", texts["PlaceNeeded"]);
        }

        if (Input.Consultation is { } consultation && !Consultations.Any(choice => choice.Value == consultation.ToString(CultureInfo.InvariantCulture)))
        {
            Refuse("Input.Consultation", texts["NoSuchConsultation"]);
        }

        // A draft may wait for its day.
        if (IsAnnounced || Input.Times.IsEmpty)
        {
            return;
        }

        foreach (var (field, problem) in Input.Times.Problems().Where(one => ModelState["Input.Times." + one.Field] is not { Errors.Count: > 0 }).ToList())
        {
            Refuse("Input.Times." + field, problem == "ValidationRequired" ? problem : texts[problem]);
        }
    }

    private RedirectResult Saved(string slug, int? edited, int number, string done)
    {
        SavedForm = string.Create(CultureInfo.InvariantCulture, $"meeting-{slug}-{edited}");
        Notice = texts[done];
        return To("/workspace" + MeetingSubjects.LinkOf(slug, number));
    }

    private async Task<bool> LoadAsync(string slug, int? number, CancellationToken cancellation)
    {
        Meeting = number is { } known ? await desk.FindAsync(slug, known, cancellation) : null;
        if ((number is null ? await desk.ProcessAsync(slug, cancellation) : Meeting?.Process) is not { } process)
        {
            return false;
        }

        Process = process;
        Consultations =
        [
            new(texts["NoConsultation"], ""),
            .. (await desk.ConsultationsAsync(process, cancellation)).Select(one => new SelectListItem(one.Title.In(Language), one.Id.ToString(CultureInfo.InvariantCulture))),
        ];
        return true;
    }

    private async Task<IActionResult> ConflictAsync(string slug, int? number, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, number, cancellation) || Meeting is not { } theirs)
        {
            return NotFound();
        }

        Input.Revision = theirs.Revision;
        return Conflicting(Input.DifferencesFrom(theirs, texts, words, Consultations));
    }
}
