using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Participation.Consultations;
using Platform.Participation.Consultations.Editing;
using Platform.Participation.Meetings;
using Platform.Participation.Processes.Teams;
using Platform.Ui.Workspace;

namespace Platform.Participation.Processes.Editing;

/// <summary>Takes away a process that was never published, with the consultations and meetings that were being prepared in it. What was published stays for good.</summary>
[Workspace(Area.Participation)]
internal sealed class ProcessDeleteModel(
    CommuneContext db, ProcessDesk desk, ConsultationDesk consultations, IDocuments documents, AuditTrail audit, IStringLocalizer<ProcessEditingTexts> texts)
    : WorkspacePage
{
    [BindProperty]
    public bool Confirmed { get; set; }

    public Process Process { get; private set; } = null!;

    /// <summary>They go with it.</summary>
    public IReadOnlyList<Consultation> Consultations { get; private set; } = [];

    /// <summary>They too.</summary>
    public IReadOnlyList<Meeting> Meetings { get; private set; } = [];

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

        foreach (var consultation in Consultations)
        {
            await consultations.DeleteAsync(consultation, cancellation);
            audit.Record("consultation.deleted", ConsultationDesk.SubjectOf(consultation), before: new { consultation.Title });
        }

        foreach (var meeting in Meetings)
        {
            db.Remove(meeting);
            audit.Record("meeting.deleted", MeetingSubjects.Of(meeting), before: new { meeting.Title });
        }

        var subject = ProcessSubjects.Of(Process);
        foreach (var document in (await documents.OfAsync([subject], unpublished: true, cancellation))[subject])
        {
            await documents.DetachAsync(document.Number, subject, cancellation);
        }

        db.RemoveRange(await db.Set<ProcessMember>().Where(member => member.ProcessId == Process.Id).ToListAsync(cancellation));
        db.RemoveRange(Process.Stages);
        db.Remove(Process);
        audit.Record("process.deleted", subject, before: new { Process.Title });
        try
        {
            await db.SaveChangesAsync(cancellation);
            Notice = texts["Deleted"];
        }
        catch (DbUpdateException)
        {
            // Somebody else published or deleted it, or began a consultation in it, in the same moment.
            Warning = texts["ChangedMeanwhile"];
        }

        return To("/workspace/processes");
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancellation)
    {
        if (await desk.FindAsync(slug, cancellation) is not { IsPublished: false } process)
        {
            return false;
        }

        Process = process;
        Consultations = await db.Set<Consultation>()
            .Include(one => one.Matters).Include(one => one.Questions).ThenInclude(question => question.Options).AsSplitQuery()
            .Where(one => one.ProcessId == process.Id).OrderBy(one => one.Id).ToListAsync(cancellation);
        Meetings = await db.Set<Meeting>().Where(one => one.ProcessId == process.Id).OrderBy(one => one.Number).ToListAsync(cancellation);
        return Meetings.All(one => one.AnnouncedAt is null) && Consultations.All(one => one.AnnouncedAt is null);
    }
}
