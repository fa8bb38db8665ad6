using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Decisions.RoundReports;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Participation.Decisions.Desk;

/// <summary>Ends a round: its report is published. Where remarks are still without an answer, the public is told why.</summary>
[Workspace(Area.Participation)]
internal sealed class ReportDeskModel(
    RemarkReader reader, RoundCounter counter, RoundReportShelf shelf, CommuneContext db, AuditTrail audit, IStringLocalizer<DecisionsTexts> texts, TimeProvider time) : WorkspacePage
{
    [BindProperty, Localized(Longest = 4000)]
    public LocalizedInput Note { get; set; } = new();

    [BindProperty]
    public int Revision { get; set; }

    public Consultation Consultation { get; private set; } = null!;

    /// <summary>What the browser keeps this form under while it is filled.</summary>
    public string KeepKey => string.Create(CultureInfo.InvariantCulture, $"report-{Consultation.Id}");

    public RoundFigures Figures { get; private set; } = null!;

    public bool IsOver { get; private set; }

    /// <summary>None before it is published.</summary>
    public RoundReportStanding? Standing { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }

        Standing = Consultation.ReportedAt is null ? null : await shelf.StandingAsync(Consultation, cancellation);
        Note = LocalizedInput.From(Consultation.ReportNote);
        Revision = Consultation.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }

        if (!IsOver)
        {
            ModelState.AddModelError("", texts["ReportTooEarly"]);
        }

        if (Figures.Unanswered > 0 && Note.IsEmpty)
        {
            ModelState.AddModelError("Note.Ar", texts.Count("UnansweredNeedsNote", Figures.Unanswered));
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        db.EditedFrom(Consultation, Revision);
        var again = Consultation.ReportedAt is not null;
        Consultation.Report(Note.ToText(), time.UtcNow());
        audit.Record(
            again ? "round.report-revised" : "round.reported", $"round:{Consultation.Slug}", after: new { Consultation.ReportNote, Figures.Remarks, Figures.Answered });
        if (!await db.SavedAsync(cancellation))
        {
            return await ConflictAsync(slug, cancellation);
        }

        await shelf.WantAsync(Consultation, cancellation);
        (Notice, SavedForm) = (texts["ReportPublished"], KeepKey);
        return To($"/workspace/consultations/{slug}/report");
    }

    private async Task<IActionResult> ConflictAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }

        Revision = Consultation.Revision;
        return Conflicting(EditConflict.Differing(texts["ReportNote"], Consultation.ReportNote, Note.ToText()));
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken cancellation)
    {
        if (await db.Set<Consultation>().FirstOrDefaultAsync(one => one.Slug == slug && one.AnnouncedAt != null, cancellation) is not { } consultation)
        {
            return false;
        }

        Consultation = consultation;
        IsOver = consultation.PhaseAt(time.UtcNow()) is ConsultationPhase.Answering or ConsultationPhase.Reported;
        Figures = await counter.CountAsync(consultation, await reader.MattersAsync(consultation.Id, cancellation), cancellation);
        return true;
    }
}
