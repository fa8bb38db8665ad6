using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Participation.Processes.Editing;

/// <summary>Closes a process and tells the public how it ended, or opens it again. While remarks are without an answer, the public is told why.</summary>
[Workspace(Area.Participation)]
internal sealed class ProcessCloseModel(CommuneContext db, ProcessDesk desk, AuditTrail audit, IStringLocalizer<ProcessEditingTexts> texts) : WorkspacePage
{
    [BindProperty]
    public CloseInput Input { get; set; } = new();

    public Process Process { get; private set; } = null!;

    public int Unanswered { get; private set; }

    /// <summary>Consultations that are not over: until then it cannot be closed.</summary>
    public int Running { get; private set; }

    /// <summary>Meetings that still take place, likewise.</summary>
    public int Ahead { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
        {
            return NotFound();
        }

        Input.Revision = Process.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation) || Process.ClosedAt is not null)
        {
            return NotFound();
        }

        if (Running > 0)
        {
            Refuse("", texts.Count("StillRunning", Running));
        }

        if (Ahead > 0)
        {
            Refuse("", texts.Count("StillToMeet", Ahead));
        }

        if (Unanswered > 0 && Input.Note.IsEmpty)
        {
            Refuse("Input.Note.Ar", texts["NoteNeeded"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        db.EditedFrom(Process, Input.Revision);
        Process.Close(desk.Now, Input.Note.ToRichText());
        audit.Record("process.closed", ProcessSubjects.Of(Process), after: new { closingNote = Process.ClosingNote, unanswered = Unanswered });
        await desk.TellCharterAsync(Process, cancellation);
        return await SaveAsync(slug, "ProcessClosed", cancellation);
    }

    public async Task<IActionResult> OnPostReopenAsync(string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation) || Process.ClosedAt is null)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Input.Reason))
        {
            Refuse("Input.Reason", texts["ReasonNeeded"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        db.EditedFrom(Process, Input.Revision);
        Process.Reopen();
        audit.Record("process.reopened", ProcessSubjects.Of(Process), Input.Reason);
        return await SaveAsync(slug, "ProcessReopened", cancellation);
    }

    private async Task<IActionResult> SaveAsync(string slug, string done, CancellationToken cancellation)
    {
        Tell(await db.SavedAsync(cancellation), texts[done], texts["ChangedMeanwhile"]);
        return To("/workspace/processes/" + slug);
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancellation)
    {
        if (await desk.FindAsync(slug, cancellation) is not { IsPublished: true } process)
        {
            return false;
        }

        Process = process;
        Unanswered = await desk.UnansweredAsync(process, cancellation);
        Running = await desk.RunningAsync(process, cancellation);
        Ahead = await desk.AheadAsync(process, cancellation);
        return true;
    }

    internal sealed class CloseInput
    {
        [Localized(Longest = 3000)]
        public LocalizedInput Note { get; set; } = new();

        [StringLength(400)]
        public string? Reason { get; set; }

        public int Revision { get; set; }
    }
}
