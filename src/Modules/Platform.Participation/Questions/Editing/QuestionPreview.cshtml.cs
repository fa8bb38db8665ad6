using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Participation.Consultations;
using Platform.Participation.Consultations.Editing;
using Platform.Ui.Workspace;

namespace Platform.Participation.Questions.Editing;

/// <summary>The form as people will fill it in, to be tried out with its branches; nothing is kept.</summary>
[Workspace(Area.Participation)]
internal sealed class QuestionPreviewModel(ConsultationDesk desk, INeighbourhoods neighbourhoods, IStringLocalizer<QuestionsTexts> texts) : WorkspacePage
{
    public Consultation Consultation { get; private set; } = null!;

    public QuestionSheet Sheet { get; private set; } = null!;

    /// <summary>It would be received so.</summary>
    public bool IsWhole { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await LoadAsync(slug, cancellation) is not { } questionnaire)
        {
            return NotFound();
        }

        Sheet = QuestionSheet.Empty(questionnaire, await neighbourhoods.AllAsync(cancellation));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (await LoadAsync(slug, cancellation) is not { } questionnaire)
        {
            return NotFound();
        }

        Sheet = QuestionSheet.Read(questionnaire, await neighbourhoods.AllAsync(cancellation), Request.Form, ModelState, texts);
        IsWhole = ModelState.IsValid && Sheet.Opened.Count == 0;
        return ModelState.IsValid ? Page() : Invalid();
    }

    private async Task<Questionnaire?> LoadAsync(string slug, CancellationToken cancellation)
    {
        if (await desk.FindAsync(slug, cancellation) is not { Questions.Count: > 0 } consultation)
        {
            return null;
        }

        Consultation = consultation;
        return Questionnaire.Of(consultation);
    }
}
