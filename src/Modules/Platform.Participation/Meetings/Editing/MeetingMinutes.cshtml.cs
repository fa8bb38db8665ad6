using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Decisions.RoundReports;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Participation.Meetings.Editing;

/// <summary>Tells how a meeting went: its minutes, written here or as a document, and how many came.</summary>
[Workspace(Area.Participation)]
internal sealed class MeetingMinutesModel(
    CommuneContext db, MeetingDesk desk, IDocuments documents, RoundReportShelf reports, AuditTrail audit, IStringLocalizer<MeetingEditingTexts> texts,
    IStringLocalizer<MeetingTexts> words) : MeetingDeskPage(desk)
{
    [BindProperty]
    public MinutesInput Input { get; set; } = new();

    [BindProperty]
    public FilesInput Files { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancellation)
    {
        if (!await OverAsync(slug, number, cancellation))
        {
            return NotFound();
        }

        Input = MinutesInput.Of(Meeting);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, int number, CancellationToken cancellation)
    {
        if (!await OverAsync(slug, number, cancellation))
        {
            return NotFound();
        }

        await Files.ReceiveAsync(documents, ModelState, nameof(Files), cancellation);
        if (IsPreview)
        {
            return Preview();
        }

        Check();
        if (!ModelState.IsValid)
        {
            return Invalid(Files);
        }

        db.EditedFrom(Meeting, Input.Revision);
        Meeting.Tell(Input.Minutes.ToRichText(), Input.ToAttendance(), Now);
        audit.RecordChange("meeting.told", MeetingSubjects.Of(Meeting), Meeting);
        await Files.KeepAsync(
            documents,
            () => new(
                DocumentKind.Minutes, BothLanguages.Of(typeof(MeetingEditingTexts), "MinutesOf", Meeting.Title),
                DateOnly.FromDateTime(MoroccoTime.FromUtc(Meeting.StartsAt!.Value)), MeetingSubjects.Of(Meeting), Publish: true),
            cancellation);
        if (!await db.SavedAsync(cancellation))
        {
            return await ConflictAsync(slug, number, cancellation);
        }

        if (Meeting.Consultation is { } consultation)
        {
            // The report of the round tells of the meetings that belonged to it.
            await reports.WantAsync(consultation, cancellation);
        }

        SavedForm = $"meeting-minutes-{MeetingSubjects.Of(Meeting)}";
        Notice = texts["Told"];
        return To(Root);
    }

    private void Check()
    {
        if (Input.Minutes.IsEmpty && Input.Present is null && Files.Received.Count == 0 && Meeting.ToldAt is null && !ModelState.ContainsKey(nameof(Files)))
        {
            Refuse("Input.Minutes.Ar", texts["NothingTold"]);
        }

        foreach (var (field, count) in Input.Groups)
        {
            if (count is not null && Input.Present is null)
            {
                Refuse("Input.Present", texts["PresentNeeded"]);
                return;
            }

            if (count > Input.Present)
            {
                Refuse("Input." + field, texts["MoreThanPresent"]);
            }
        }
    }

    private async Task<bool> OverAsync(string slug, int number, CancellationToken cancellation) =>
        await FindAsync(slug, number, cancellation) && State is MeetingState.Over or MeetingState.Told;

    private async Task<IActionResult> ConflictAsync(string slug, int number, CancellationToken cancellation)
    {
        if (!await OverAsync(slug, number, cancellation))
        {
            Warning = texts["ChangedMeanwhile"];
            return To("/workspace" + MeetingSubjects.LinkOf(slug, number));
        }

        Input.Revision = Meeting.Revision;
        var theirs = MinutesInput.Of(Meeting);
        return Conflicting(
        [
            .. EditConflict.Differing(words["Minutes"], Meeting.Minutes, Input.Minutes.ToRichText()),
            .. EditConflict.Differing(words["People"], Count(theirs.Present), Count(Input.Present)),
            .. theirs.Groups.Zip(Input.Groups).SelectMany(pair => EditConflict.Differing(words["Group_" + pair.First.Field], Count(pair.First.Count), Count(pair.Second.Count))),
            .. EditConflict.Differing(words["Associations"], Count(theirs.Associations), Count(Input.Associations)),
        ]);
    }

    private static string? Count(int? count) => count is { } known ? Formats.Number(known) : null;

    internal sealed class MinutesInput
    {
        [Localized(Longest = 30_000)]
        public LocalizedInput Minutes { get; set; } = new();

        [Range(0, Attendance.Most)]
        public int? Present { get; set; }

        [Range(0, Attendance.Most)]
        public int? Women { get; set; }

        [Range(0, Attendance.Most)]
        public int? Young { get; set; }

        [Range(0, Attendance.Most)]
        public int? Disabled { get; set; }

        [Range(0, Attendance.Most)]
        public int? Associations { get; set; }

        public int Revision { get; set; }

        /// <summary>Of the people who came.</summary>
        public IReadOnlyList<(string Field, int? Count)> Groups => [(nameof(Women), Women), (nameof(Young), Young), (nameof(Disabled), Disabled)];

        public static MinutesInput Of(Meeting meeting) => new()
        {
            Minutes = LocalizedInput.From(meeting.Minutes),
            Present = meeting.Present,
            Women = meeting.Women,
            Young = meeting.Young,
            Disabled = meeting.Disabled,
            Associations = meeting.Associations,
            Revision = meeting.Revision,
        };

        public Attendance? ToAttendance() => Present is { } present ? new(present, Women, Young, Disabled, Associations) : null;
    }
}
