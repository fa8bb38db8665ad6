using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Law;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Participation.Consultations.Editing;

/// <summary>Keeps a consultation open longer than announced; everybody reads why.</summary>
[Workspace(Area.Participation)]
internal sealed class ExtendModel(CommuneContext db, ConsultationDesk desk, AnswerLaw law, AuditTrail audit, IStringLocalizer<ConsultationEditingTexts> texts) : WorkspacePage
{
    [BindProperty]
    public ExtendInput Input { get; set; } = new();

    public Consultation Consultation { get; private set; } = null!;

    /// <summary>Within what time the law wants answers.</summary>
    public LegalRule? AnswerRule { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
        {
            return NotFound();
        }

        Input = new() { UntilTime = TimeOnly.FromDateTime(MoroccoTime.FromUtc(Consultation.ClosesAt)), AnswersBy = Consultation.AnswersBy, Revision = Consultation.Revision };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
        {
            return NotFound();
        }

        var until = ConsultationInput.InstantOf(Input.UntilOn, Input.UntilTime);
        if (until is { } later && Input.AnswersBy is null && ModelState["Input.AnswersBy"] is not { Errors.Count: > 0 } && AnswerRule is { } rule)
        {
            // The team said no day: the law says the last one.
            Input.AnswersBy = AnswerLaw.LastDay(rule, Announcing.ClosingDay(later));
        }

        foreach (var (field, given) in new[] { ("UntilOn", Input.UntilOn is not null), ("UntilTime", Input.UntilTime is not null), ("AnswersBy", Input.AnswersBy is not null) })
        {
            if (!given && ModelState["Input." + field] is not { Errors.Count: > 0 })
            {
                Refuse("Input." + field, "ValidationRequired");
            }
        }

        if (Input.UntilOn is { } day && Input.UntilTime is not null && until is null)
        {
            Refuse("Input.UntilOn", texts["NoSuchDay", day.Year]);
        }

        if (until <= Consultation.ClosesAt)
        {
            Refuse("Input.UntilOn", texts["NotLater", Formats.Instant(Consultation.ClosesAt)]);
        }
        else if (until is { } end && Input.AnswersBy < Announcing.ClosingDay(end))
        {
            Refuse("Input.AnswersBy", texts["AnsweredBeforeClosing"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        db.EditedFrom(Consultation, Input.Revision);
        Consultation.Extend(until!.Value, Input.Reason.ToText()!, desk.Now);
        Consultation.AnswerBy(Input.AnswersBy!.Value);
        audit.RecordChange("consultation.extended", ConsultationDesk.SubjectOf(Consultation), Consultation, Input.Reason.ToText()!.In(Language));
        if (!await db.SavedAsync(cancellation))
        {
            return await ConflictAsync(slug, cancellation);
        }

        SavedForm = "extend-" + slug;
        Notice = texts["Extended"];
        return To("/workspace/consultations/" + slug);
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancellation)
    {
        if (await desk.FindAsync(slug, cancellation) is not { } consultation || consultation.PhaseAt(desk.Now) is not (ConsultationPhase.Announced or ConsultationPhase.Open))
        {
            return false;
        }

        Consultation = consultation;
        AnswerRule = await law.OfAsync(Announcing.ClosingDay(ConsultationInput.InstantOf(Input.UntilOn, Input.UntilTime) ?? consultation.ClosesAt), cancellation);
        return true;
    }

    private async Task<IActionResult> ConflictAsync(string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
        {
            Warning = texts["ChangedMeanwhile"];
            return To("/workspace/consultations/" + slug);
        }

        Input.Revision = Consultation.Revision;
        return Conflicting(
        [
            .. EditConflict.Differing(texts["ClosesOn"], Formats.Instant(Consultation.ClosesAt), Formats.Instant(ConsultationInput.InstantOf(Input.UntilOn, Input.UntilTime))),
            .. EditConflict.Differing(texts["AnswersBy"], Formats.Date(Consultation.AnswersBy), Formats.Date(Input.AnswersBy)),
        ]);
    }

    internal sealed class ExtendInput
    {
        public DateOnly? UntilOn { get; set; }

        public TimeOnly? UntilTime { get; set; }

        public DateOnly? AnswersBy { get; set; }

        [Localized(Required = true, Longest = 500)]
        public LocalizedInput Reason { get; set; } = new();

        public int Revision { get; set; }
    }
}
