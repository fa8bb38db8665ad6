using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Law;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Participation.Processes;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Participation.Consultations.Editing;

/// <summary>A consultation in its form; without a name in the address, a new one in the process that is named. Of one that is announced, only the wording can be changed.</summary>
[Workspace(Area.Participation)]
internal sealed class ConsultationEditModel(
    CommuneContext db, ConsultationDesk desk, ConsultableSources sources, AnswerLaw law, AuditTrail audit, IStringLocalizer<ConsultationEditingTexts> texts,
    IStringLocalizer<CommonTexts> common) : WorkspacePage
{
    [BindProperty]
    public ConsultationInput Input { get; set; } = new();

    public Consultation? Consultation { get; private set; }

    public Process Process { get; private set; } = null!;

    public bool IsAnnounced => Consultation?.AnnouncedAt is not null;

    /// <summary>Within what time the law wants answers, for a consultation that closes on the day of the form; today where that says none.</summary>
    public LegalRule? AnswerRule { get; private set; }

    public IReadOnlyList<SelectListItem> Abouts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Moderations => texts.Choices<Moderation>("Moderation_");

    public async Task<IActionResult> OnGetAsync(string? slug, string? process, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, process, cancellation))
        {
            return NotFound();
        }

        Input = Consultation is { } consultation ? ConsultationInput.Of(consultation) : new() { OpensTime = new(9, 0), ClosesTime = new(18, 0), VisitorsMayAnswer = true };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? slug, string? process, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, process, cancellation))
        {
            return NotFound();
        }

        if (IsPreview)
        {
            return Preview();
        }

        if (!IsAnnounced && Input.AnswersBy is null && Input.ClosesAt is { } closing && ModelState["Input.AnswersBy"] is not { Errors.Count: > 0 } && AnswerRule is { } rule)
        {
            // The team said no day: the law says the last one.
            Input.AnswersBy = AnswerLaw.LastDay(rule, Announcing.ClosingDay(closing));
        }

        var matters = IsAnnounced ? null : Check();
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Consultation is null)
        {
            var text = Input.ToText();
            var added = await desk.AddAsync(
                Process.Id, text.Title,
                (owner, free) =>
                {
                    var consultation = Consultation.In(owner, free, text);
                    consultation.AskForProof(Input.AsksProof);
                    consultation.Put(Input.ToMatters() is { } own && Input.About == ConsultationInput.Own ? own : []);
                    return consultation;
                },
                consultation => audit.Record("consultation.created", ConsultationDesk.SubjectOf(consultation), after: text),
                cancellation);
            SavedForm = "consultation-in-" + Process.Slug;
            Notice = texts["Created"];
            return To("/workspace/consultations/" + added.Slug);
        }

        db.EditedFrom(Consultation, Input.Revision);
        if (IsAnnounced)
        {
            Consultation.Reword(Input.Title.ToText()!, Input.Text.ToRichText()!, Input.VisitorsMayAnswer, Input.Moderation!.Value);
        }
        else
        {
            Consultation.Describe(Input.ToText());
            Rewrite(Consultation, matters!);
        }

        Consultation.AskForProof(Input.AsksProof);
        audit.RecordChange("consultation.changed", ConsultationDesk.SubjectOf(Consultation), Consultation);
        if (!await db.SavedAsync(cancellation))
        {
            return await ConflictAsync(slug!, cancellation);
        }

        SavedForm = "consultation-" + slug;
        Notice = texts["Saved"];
        return To("/workspace/consultations/" + slug);
    }

    /// <returns>The matters of its own text; none where it is about something else.</returns>
    private IReadOnlyList<Matter> Check()
    {
        if (Input.About is { } about && !Abouts.Any(choice => choice.Value == about))
        {
            Refuse("Input.About", texts["AboutGone"]);
        }

        foreach (var (field, given) in new[]
        {
            ("OpensOn", Input.OpensOn is not null), ("OpensTime", Input.OpensTime is not null), ("ClosesOn", Input.ClosesOn is not null),
            ("ClosesTime", Input.ClosesTime is not null), ("AnswersBy", Input.AnswersBy is not null),
        })
        {
            if (!given && ModelState["Input." + field] is not { Errors.Count: > 0 })
            {
                Refuse("Input." + field, "ValidationRequired");
            }
        }

        if (Input.OpensOn is { } opening && Input.OpensTime is not null && Input.OpensAt is null)
        {
            Refuse("Input.OpensOn", texts["NoSuchDay", opening.Year]);
        }

        if (Input.ClosesOn is { } closing && Input.ClosesTime is not null && Input.ClosesAt is null)
        {
            Refuse("Input.ClosesOn", texts["NoSuchDay", closing.Year]);
        }

        if (Input.ClosesAt <= Input.OpensAt)
        {
            Refuse("Input.ClosesOn", texts["ClosesBeforeOpening"]);
        }
        else if (Input.ClosesAt is { } closes && Input.AnswersBy < Announcing.ClosingDay(closes))
        {
            Refuse("Input.AnswersBy", texts["AnsweredBeforeClosing"]);
        }

        if (Input.About != ConsultationInput.Own)
        {
            return [];
        }

        if (Input.OwnWords.IsEmpty)
        {
            Refuse("Input.OwnWords.Ar", texts["OwnWordsNeeded"]);
            return [];
        }

        if (Input.ToMatters() is { } matters)
        {
            return matters;
        }

        Refuse("Input.OwnWords.Fr", texts["CutDifferently"]);
        return [];
    }

    /// <summary>Rows that still say the same stay the same rows.</summary>
    private void Rewrite(Consultation consultation, IReadOnlyList<Matter> matters)
    {
        if (consultation.Matters.Count == matters.Count && consultation.Matters.Zip(matters).All(pair => pair.First.Says(pair.Second)))
        {
            return;
        }

        db.RemoveRange(consultation.Matters.ToList());
        consultation.Put(matters);
    }

    private async Task<bool> LoadAsync(string? slug, string? process, CancellationToken cancellation)
    {
        Consultation = slug is null ? null : await desk.FindAsync(slug, cancellation);
        var owner = slug is null ? await db.Set<Process>().AsNoTracking().FirstOrDefaultAsync(one => one.Slug == process, cancellation) : Consultation?.Process;
        if (owner is null)
        {
            return false;
        }

        Process = owner;
        AnswerRule = await law.OfAsync(Announcing.ClosingDay(Input.ClosesAt ?? Consultation?.ClosesAt ?? desk.Now), cancellation);
        Abouts =
        [
            new(texts["AboutNothing"], ConsultationInput.Nothing),
            .. (await sources.AllAsync(cancellation)).Select(source => new SelectListItem(source.Title.In(Language), source.Key)),
            new(texts["AboutOwn"], ConsultationInput.Own),
        ];
        return true;
    }

    private async Task<IActionResult> ConflictAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, null, cancellation) || Consultation is not { } theirs)
        {
            return NotFound();
        }

        Input.Revision = theirs.Revision;
        var said = ConsultationInput.Of(theirs);
        return Conflicting(
        [
            .. EditConflict.Differing(texts["ConsultationTitle"], theirs.Title, Input.Title.ToText()),
            .. EditConflict.Differing(texts["ConsultationText"], theirs.Text, Input.Text.ToRichText()),
            .. IsAnnounced ? [] : EditConflict.Differing(texts["About"], AboutWords(said.About), AboutWords(Input.About)),
            .. IsAnnounced ? [] : EditConflict.Differing(texts["OwnWords"], Words(said.OwnWords), Words(Input.OwnWords)),
            .. IsAnnounced ? [] : EditConflict.Differing(texts["TakesIdeas"], YesOrNo(said.TakesIdeas), YesOrNo(Input.TakesIdeas)),
            .. IsAnnounced ? [] : EditConflict.Differing(texts["TakesPriorities"], YesOrNo(said.TakesPriorities), YesOrNo(Input.TakesPriorities)),
            .. IsAnnounced ? [] : EditConflict.Differing(texts["ShowsResultsWhileOpen"], YesOrNo(said.ShowsResultsWhileOpen), YesOrNo(Input.ShowsResultsWhileOpen)),
            .. IsAnnounced ? [] : EditConflict.Differing(texts["OpensOn"], Formats.Instant(theirs.OpensAt), Formats.Instant(Input.OpensAt)),
            .. IsAnnounced ? [] : EditConflict.Differing(texts["ClosesOn"], Formats.Instant(theirs.ClosesAt), Formats.Instant(Input.ClosesAt)),
            .. IsAnnounced ? [] : EditConflict.Differing(texts["AnswersBy"], Formats.Date(theirs.AnswersBy), Formats.Date(Input.AnswersBy)),
            .. EditConflict.Differing(texts["VisitorsMayAnswer"], YesOrNo(said.VisitorsMayAnswer), YesOrNo(Input.VisitorsMayAnswer)),
            .. EditConflict.Differing(texts["AsksProof"], YesOrNo(said.AsksProof), YesOrNo(Input.AsksProof)),
            .. EditConflict.Differing(texts["Moderation"], texts["Moderation_" + theirs.Moderation], texts["Moderation_" + Input.Moderation]),
        ]);
    }

    private string YesOrNo(bool said) => common[said ? "Yes" : "No"];

    private static LocalizedText? Words(LocalizedInput input) => input.ToRichText();

    private string? AboutWords(string? about) => Abouts.FirstOrDefault(choice => choice.Value == (about ?? ConsultationInput.Nothing))?.Text;
}
