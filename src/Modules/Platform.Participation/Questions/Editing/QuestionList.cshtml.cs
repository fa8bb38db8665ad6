using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Participation.Consultations;
using Platform.Participation.Consultations.Editing;
using Platform.Ui.Workspace;

namespace Platform.Participation.Questions.Editing;

/// <summary>The questions of a consultation in their order; while it is a draft they are added, moved and removed here.</summary>
[Workspace(Area.Participation)]
internal sealed class QuestionListModel(
    CommuneContext db, ConsultationDesk desk, INeighbourhoods neighbourhoods, AuditTrail audit, IStringLocalizer<QuestionsTexts> texts) : WorkspacePage
{
    public Consultation Consultation { get; private set; } = null!;

    public Questionnaire Questionnaire => Questionnaire.Of(Consultation);

    /// <summary>All that were ever on the commune's list.</summary>
    public IReadOnlyList<Neighbourhood> Places { get; private set; } = [];

    public bool IsDraft => Consultation.AnnouncedAt is null;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation) => await LoadAsync(slug, cancellation) ? Page() : NotFound();

    public Task<IActionResult> OnPostMoveAsync(string slug, int number, int step, CancellationToken cancellation) => ActAsync(slug, number, question =>
    {
        if (!Questionnaire.Move(question, Math.Sign(step)))
        {
            return "CannotMove";
        }

        audit.Record("question.moved", $"question:{slug}:{number}", after: new { question.Position });
        return null;
    }, "", cancellation);

    public Task<IActionResult> OnPostRemoveAsync(string slug, int number, CancellationToken cancellation) => ActAsync(slug, number, question =>
    {
        if (!Questionnaire.Remove(question))
        {
            return "CannotRemove";
        }

        db.RemoveRange(question.Options);
        db.Remove(question);
        audit.Record("question.removed", $"question:{slug}:{number}", before: new { question.Text });
        return null;
    }, "QuestionRemoved", cancellation);

    /// <param name="act">Says by its text why it cannot be.</param>
    private async Task<IActionResult> ActAsync(string slug, int number, Func<Question, string?> act, string done, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation) || !IsDraft || Questionnaire.Find(number) is not { } question)
        {
            return NotFound();
        }

        if (act(question) is { } refusal)
        {
            Refuse("", texts[refusal, question.Position]);
            return Invalid();
        }

        // The consultation too, so that somebody who edits a question meanwhile is told.
        db.EditedFrom(Consultation, Consultation.Revision);
        if (!await db.SavedAsync(cancellation))
        {
            Warning = texts["ChangedMeanwhile"];
        }
        else if (done.Length > 0)
        {
            Notice = texts[done];
        }

        return To($"/workspace/consultations/{slug}/questions#question-{number}");
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken cancellation)
    {
        if (await desk.FindAsync(slug, cancellation) is not { } consultation)
        {
            return false;
        }

        Consultation = consultation;
        Places = await neighbourhoods.AllAsync(cancellation);
        return true;
    }
}
