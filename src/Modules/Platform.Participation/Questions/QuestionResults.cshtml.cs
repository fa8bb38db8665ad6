using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Ui.Sites;

namespace Platform.Participation.Questions;

/// <summary>What came of the questions and priorities of a consultation; with a number, the words that were written to one question.</summary>
[Feature(Feature.Consultations)]
internal sealed class QuestionResultsModel(ConsultationReader consultations, ResultsReader reader, TimeProvider time) : CommunePage
{
    public Consultation Consultation { get; private set; } = null!;

    public RoundResults Results { get; private set; } = null!;

    /// <summary>The question whose words are read; none for all results.</summary>
    public QuestionFigures? Question { get; private set; }

    public IReadOnlyList<string> Texts { get; private set; } = [];

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public async Task<IActionResult> OnGetAsync(string slug, int? question, CancellationToken cancellation)
    {
        var now = time.UtcNow();
        if (await consultations.FindAsync(slug, cancellation) is not { } found || !ResultsReader.CanHave(found) || !ResultsReader.AreShown(found, now))
        {
            return NotFound();
        }

        Consultation = found;
        HttpContext.ChangesAt(new[] { found }.NextChange(now));
        Results = await reader.ReadAsync(found, now, cancellation);
        return question is { } place ? await WordsAsync(place, now, cancellation) : Page();
    }

    private async Task<IActionResult> WordsAsync(int place, DateTime now, CancellationToken cancellation)
    {
        Question = Results.Questions.FirstOrDefault(figures => figures.Place == place && figures.Question.Kind == QuestionKind.Text);
        if (Question is null)
        {
            return NotFound();
        }

        if (!PageNumber.TryRead(Request.Query, out var number))
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        Number = number;
        Pages = PageNumber.PagesOf(Results.Texts.GetValueOrDefault(Question.Question.Id), ResultsReader.TextsOnPage);
        if (number > Pages)
        {
            return NotFound();
        }

        Texts = await reader.TextsAsync(Consultation, Question, now, number, cancellation);
        return Page();
    }
}
