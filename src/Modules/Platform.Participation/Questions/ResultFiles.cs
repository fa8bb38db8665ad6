using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.Participation.Questions;

/// <summary>The results of questions and priorities as open data: the very figures of their page, with the same ones held back.</summary>
internal static class ResultFiles
{
    public static IEndpointRouteBuilder MapResultFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/consultations/{slug}/results.csv", CsvAsync)
            .WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Consultations)).ExcludeFromDescription();
        endpoints.MapGet("/api/v1/consultations/{slug}/results", ResultsAsync)
            .WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Consultations))
            .WithName("GetConsultationResults")
            .WithTags("Consultations")
            .WithSummary("What was answered to the questions of a consultation, and the order that people gave its cards")
            .WithDescription("Figures of fewer than five people are null, and with them those from which they could be worked out.")
            .Refuses(StatusCodes.Status404NotFound, "The commune has no such consultation, it asks nothing that is counted, or its results are not published yet.")
            .CacheOutput(PublicCache.Policy);
        return endpoints;
    }

    /// <summary>For the report of the round: a table for each question, and one for the order.</summary>
    public static IEnumerable<DocxBlock> Blocks(RoundResults results, IStringLocalizer<QuestionsTexts> texts, Language language)
    {
        if (results.Questions.Count > 0)
        {
            yield return new DocxHeading(texts["AnswersGiven"], 1);
            yield return new DocxParagraph(results.People is { } people ? texts.Count("PeopleAnswered", people) : texts["FewAnswered", Participant.SmallGroup].Value);
            yield return new DocxParagraph(texts["SmallGroups", Participant.SmallGroup]);
        }

        foreach (var figures in results.Questions)
        {
            yield return new DocxHeading($"{figures.Place}. {figures.Question.Text.In(language)}", 2);
            if (figures.IsHeldBack || figures.Question.Kind == QuestionKind.Text)
            {
                var words = figures.IsHeldBack && figures.Question.After is not null ? 0 : results.Texts.GetValueOrDefault(figures.Question.Id);
                yield return new DocxParagraph(
                    figures.Question.Kind != QuestionKind.Text ? texts["HeldBack", Participant.SmallGroup].Value : words == 0 ? texts["NoWords"].Value : texts.Count("WordsShown", words));
                continue;
            }

            yield return new DocxTable(
                [texts["Answer"], texts["PeopleCount"], texts["Share"]],
                [
                    .. figures.Choices.Select(choice => (IReadOnlyList<object?>)
                    [
                        NameOf(results, figures, choice.Choice, language), choice.Count is { } count ? count : texts["NotShown"].Value,
                        choice.Count is null ? texts["NotShown"].Value : Formats.Percent(choice.Percent),
                    ]),
                ]);
        }

        if (results.Priorities is { } priorities)
        {
            yield return new DocxHeading(texts["OrderGiven"], 1);
            if (priorities.People is null or 0)
            {
                yield return new DocxParagraph(priorities.People is null ? texts["FewOrdered", Participant.SmallGroup].Value : texts["NobodyOrdered"].Value);
                yield break;
            }

            yield return new DocxParagraph($"{texts.Count("PeopleOrdered", priorities.People.Value)} {texts["HowCounted", priorities.Things].Value}");
            yield return new DocxTable(
                [texts["Place"], texts["Thing"], texts["Points"], texts["PeopleNumbered"]],
                [
                    .. priorities.Order.Select(row => (IReadOnlyList<object?>)
                    [
                        row.Place, $"{row.Matter.Number} {row.Matter.Title?.In(language)}".Trim(), row.Points is { } points ? points : texts["NotShown"].Value,
                        row.People is { } numbered ? numbered : texts["NotShown"].Value,
                    ]),
                ]);
        }
    }

    private static async Task<IResult> CsvAsync(
        string slug, ConsultationReader consultations, ResultsReader reader, CurrentCommune commune, IStringLocalizer<QuestionsTexts> texts, TimeProvider time,
        CancellationToken cancellation)
    {
        if (await FindAsync(slug, consultations, reader, time.UtcNow(), cancellation) is not ({ } consultation, { } results))
        {
            return Results.NotFound();
        }

        var language = Languages.Current;
        string[] header =
        [
            texts["Kind"], texts["QuestionNumber"], texts["QuestionText"], texts["Answer"], texts["PeopleCount"], texts["Share"], texts["QuestionPeople"], texts["Place"], texts["Points"],
            .. commune.Value.Demonstration ? [texts["Demonstration"].Value] : Array.Empty<string>(),
        ];
        object?[] mark = commune.Value.Demonstration ? [true] : [];
        return Csv.Result($"{commune.Value.Slug}-{consultation.Slug}-results.csv", header,
        [
            .. results.Questions.Where(figures => figures.Question.Kind != QuestionKind.Text).SelectMany(figures => figures.Choices.Select(choice => (IReadOnlyList<object?>)
            [
                texts["Kind_" + figures.Question.Kind].Value, figures.Place, figures.Question.Text.In(language), NameOf(results, figures, choice.Choice, language), choice.Count,
                choice.Percent, figures.Answered, null, null, .. mark,
            ])),
            .. (results.Priorities?.Order ?? []).Select(row => (IReadOnlyList<object?>)
            [
                texts["OrderGiven"].Value, null, null, $"{row.Matter.Number} {row.Matter.Title?.In(language)}".Trim(), row.People, null, results.Priorities!.People, row.Place,
                row.Points, .. mark,
            ]),
        ]);
    }

    private static async Task<Results<Ok<ResultsAnswer>, ProblemHttpResult>> ResultsAsync(
        [Description("Name of the consultation in addresses.")] string slug, HttpContext context, ConsultationReader consultations, ResultsReader reader, CurrentCommune commune,
        IStringLocalizer<QuestionsTexts> texts, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.UtcNow();
        if (await FindAsync(slug, consultations, reader, now, cancellation) is not ({ } consultation, { } results))
        {
            return TypedResults.Problem(texts["NoResults"], statusCode: StatusCodes.Status404NotFound);
        }

        context.ChangesAt(new[] { consultation }.NextChange(now));
        return TypedResults.Ok(new ResultsAnswer(
            commune.Value.Demonstration, results.IsInterim, results.People,
            [
                .. results.Questions.Select(figures => new QuestionAnswer(
                    figures.Place, MachineWord.Of(figures.Question.Kind), figures.Question.Text, figures.Question.Required, figures.Answered, figures.Mean,
                    [.. figures.Choices.Select(choice => new ChoiceAnswer(choice.Choice, results.NameOf(figures.Question, choice.Choice), choice.Count, choice.Percent))])),
            ],
            results.Priorities is { } order
                ? new OrderAnswer(order.People, order.Things, [.. order.Order.Select(row => new PlaceAnswer(row.Matter.Key, row.Matter.Title, row.Place, row.Points, row.People))])
                : null));
    }

    private static async Task<(Consultation? Consultation, RoundResults? Results)> FindAsync(
        string slug, ConsultationReader consultations, ResultsReader reader, DateTime now, CancellationToken cancellation) =>
        await consultations.FindAsync(slug, cancellation) is { } found && ResultsReader.CanHave(found) && ResultsReader.AreShown(found, now)
            ? (found, await reader.ReadAsync(found, now, cancellation))
            : (null, null);

    private static string NameOf(RoundResults results, QuestionFigures figures, int choice, Language language) => results.NameOf(figures.Question, choice)?.In(language) is { } name
        ? figures.Question.Kind == QuestionKind.Scale ? $"{choice} · {name}" : name
        : Formats.Number(choice);
}

/// <summary>Results of a consultation.</summary>
/// <param name="Demonstration">The commune's data was generated to show the platform.</param>
/// <param name="Interim">Counted while the consultation is open: in groups of five people, without the last ones.</param>
/// <param name="People">How many people answered the questions; null where they are fewer than five.</param>
/// <param name="Questions">In the order of the form.</param>
/// <param name="Order">How its cards were put in order; null where that was not asked for.</param>
internal sealed record ResultsAnswer(bool Demonstration, bool Interim, int? People, IReadOnlyList<QuestionAnswer> Questions, OrderAnswer? Order);

/// <summary>A question and what was answered.</summary>
/// <param name="Place">From 1, as the form numbers it.</param>
/// <param name="Kind"><c>one</c>, <c>several</c>, <c>scale</c>, <c>text</c> or <c>neighbourhood</c>.</param>
/// <param name="Text">The question.</param>
/// <param name="Required">It had to be answered by those who were asked.</param>
/// <param name="Answered">How many people answered it; null where that is held back.</param>
/// <param name="Mean">Of a scale, where nothing of it is held back.</param>
/// <param name="Choices">The answers and how many gave them; words are not among them.</param>
internal sealed record QuestionAnswer(int Place, string Kind, LocalizedText Text, bool Required, int? Answered, decimal? Mean, IReadOnlyList<ChoiceAnswer> Choices);

/// <summary>An answer to choose.</summary>
/// <param name="Choice">Its number.</param>
/// <param name="Text">What it says; null where the figure says it all.</param>
/// <param name="People">How many chose it; null where that is held back.</param>
/// <param name="Percent">Of those who answered the question.</param>
internal sealed record ChoiceAnswer(int Choice, LocalizedText? Text, int? People, decimal? Percent);

/// <summary>The order that people gave.</summary>
/// <param name="People">How many gave one; null where they are fewer than five.</param>
/// <param name="Things">How many things there were to order: the points of a first place, one less for each place after it.</param>
/// <param name="Places">The first ones first.</param>
internal sealed record OrderAnswer(int? People, int Things, IReadOnlyList<PlaceAnswer> Places);

/// <summary>A card or section in the order.</summary>
/// <param name="About">Its key in the consultation.</param>
/// <param name="Title">Its title.</param>
/// <param name="Place">From 1; null where so few numbered it that nothing is said.</param>
/// <param name="Points">Its points.</param>
/// <param name="People">How many gave it a number.</param>
internal sealed record PlaceAnswer(string About, LocalizedText? Title, int? Place, int? Points, int? People);
