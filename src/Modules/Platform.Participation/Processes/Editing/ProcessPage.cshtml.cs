using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Participation.Consultations;
using Platform.Participation.Meetings;
using Platform.Participation.Processes.Teams;
using Platform.Ui.Workspace;

namespace Platform.Participation.Processes.Editing;

/// <summary>A process with everything that belongs to it: where it is prepared and run.</summary>
[Workspace(Area.Participation)]
internal sealed class ProcessPageModel(
    CommuneContext db, ProcessDesk desk, ProcessTeams teams, IDocuments documents, AuditTrail audit, IStringLocalizer<ProcessEditingTexts> texts) : WorkspacePage
{
    public Process Process { get; private set; } = null!;

    /// <summary>Those who run it, by name.</summary>
    public IReadOnlyList<Member> Team { get; private set; } = [];

    public IReadOnlyList<Consultation> Consultations { get; private set; } = [];

    /// <summary>Numbers of those that hold questions only.</summary>
    public IReadOnlySet<int> Surveys { get; private set; } = new HashSet<int>();

    public IReadOnlyList<Meeting> Meetings { get; private set; } = [];

    public IReadOnlyList<AttachedDocument> Documents { get; private set; } = [];

    public DateTime Now { get; private set; }

    /// <summary>Number of a document of the commune.</summary>
    [BindProperty]
    public int? Document { get; set; }

    /// <summary>Number of a document that was taken off a moment ago, and can be put back.</summary>
    [TempData]
    public string? Detached { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation) => await LoadAsync(slug, cancellation) ? Page() : NotFound();

    /// <summary>A stage changes places with the one before or after it.</summary>
    public async Task<IActionResult> OnPostMoveAsync(string slug, int id, int step, CancellationToken cancellation)
    {
        if (await desk.FindAsync(slug, cancellation) is not { } process || process.Stages.Find(stage => stage.Id == id) is not { } moved)
        {
            return NotFound();
        }

        if (process.MoveStage(moved, Math.Sign(step)))
        {
            // The process too, so that somebody who edits a stage meanwhile is told.
            db.EditedFrom(process, process.Revision);
            audit.Record("process.stages-reordered", ProcessSubjects.Of(process), after: new { order = string.Join(" / ", process.Stages.Select(stage => stage.Title.Ar)) });
            Warning = await db.SavedAsync(cancellation) ? null : texts["ChangedMeanwhile"].Value;
        }

        return To($"/workspace/processes/{slug}#stage-{id}");
    }

    public async Task<IActionResult> OnPostAttachAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }

        if (Document is not { } number || !await documents.AttachAsync(number, ProcessSubjects.Of(Process), cancellation))
        {
            Refuse(nameof(Document), texts["NoSuchDocument"]);
            return Invalid();
        }

        audit.Record("process.document-attached", ProcessSubjects.Of(Process), after: new { document = number });
        await db.SaveChangesAsync(cancellation);
        Notice = texts["DocumentAttached"];
        return To($"/workspace/processes/{slug}#documents");
    }

    public async Task<IActionResult> OnPostDetachAsync(string slug, int number, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }

        if (await documents.DetachAsync(number, ProcessSubjects.Of(Process), cancellation))
        {
            audit.Record("process.document-detached", ProcessSubjects.Of(Process), before: new { document = number });
            await db.SaveChangesAsync(cancellation);
            Notice = texts["DocumentDetached"];
            Detached = number.ToString(CultureInfo.InvariantCulture);
        }

        return To($"/workspace/processes/{slug}#documents");
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken cancellation)
    {
        if (await desk.FindAsync(slug, cancellation) is not { } process)
        {
            return false;
        }

        (Process, Now) = (process, desk.Now);
        Team = await teams.NamesAsync(process, cancellation);
        Consultations = await db.Set<Consultation>().AsNoTracking()
            .Where(consultation => consultation.ProcessId == process.Id).OrderBy(consultation => consultation.OpensAt).ToListAsync(cancellation);
        Surveys = await db.Set<Consultation>().SurveysAmongAsync(Consultations, cancellation);
        Meetings = await db.Set<Meeting>().AsNoTracking()
            .Where(meeting => meeting.ProcessId == process.Id).OrderBy(meeting => meeting.StartsAt).ThenBy(meeting => meeting.Number).ToListAsync(cancellation);
        var subject = ProcessSubjects.Of(process);
        Documents = [.. (await documents.OfAsync([subject], unpublished: true, cancellation))[subject]];
        return true;
    }
}
