using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Participation.Contributions.Answering;

namespace Platform.Participation.Questions;

/// <summary>The short form of a consultation, answered once by each person.</summary>
internal sealed class AnswerQuestionsModel(QuestionReader reader, INeighbourhoods neighbourhoods, IStringLocalizer<QuestionsTexts> texts) : AnsweringPage
{
    public QuestionSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await EnterAsync(slug, cancellation) is { } instead)
        {
            return instead;
        }

        if (!IsOpen)
        {
            return NotOpen();
        }

        var questionnaire = await reader.FillAsync(Consultation, cancellation);
        if (questionnaire.All.Count == 0)
        {
            return NotFound();
        }

        Sheet = QuestionSheet.Empty(questionnaire, await neighbourhoods.AllAsync(cancellation));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (await EnterAsync(slug, cancellation) is { } instead)
        {
            return instead;
        }

        var questionnaire = await reader.FillAsync(Consultation, cancellation);
        if (questionnaire.All.Count == 0)
        {
            return NotFound();
        }

        Sheet = QuestionSheet.Read(questionnaire, await neighbourhoods.AllAsync(cancellation), Request.Form, ModelState, texts);
        foreach (var given in Sheet.Answers)
        {
            Counter.CheckLinks(given.Text, QuestionSheet.NameOf(given.Question), ModelState);
        }

        if (ModelState.IsValid && IsOpen && Sheet.Opened.Count > 0)
        {
            return Page(); // nothing is wrong: there is more to ask
        }

        if (ModelState.IsValid && await AnsweredOtherwiseAsync(cancellation))
        {
            ModelState.AddModelError("", texts["AnsweredOnce"]);
        }

        return await HandInAsync([], answers: Sheet.Answers);
    }

    /// <summary>Each person counts once. The same answers again are a retry, which the reception knows.</summary>
    private async Task<bool> AnsweredOtherwiseAsync(CancellationToken cancellation)
    {
        var before = await reader.OfPersonAsync(Consultation.Id, Counter.PersonKey(Consultation, Sender, BrowserSecret.Of(HttpContext)), cancellation);
        return before.Count > 0
            && !before.Select(answer => (answer.QuestionId, answer.Choice, answer.Text)).ToHashSet()
                .SetEquals(Sheet.Answers.Select(given => (given.Question.Id, given.Choice, given.Text)));
    }
}
