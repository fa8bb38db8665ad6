using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Participation.Contributions;

namespace Platform.Participation.Questions;

/// <summary>
/// The questions as a form has them, and what was typed. The server decides what is asked: a question whose condition was met only by what was just sent comes
/// with the next answer of the server, one that is not asked is not kept. A script may show and hide them sooner.
/// </summary>
internal sealed class QuestionSheet
{
    /// <summary>Names of the fields for what is chosen: <c>Choice.3</c>.</summary>
    public const string Chosen = "Choice.";

    /// <summary>Names of the fields for words: <c>Said.4</c>.</summary>
    public const string Words = "Said.";

    /// <summary>Name of the field that says which questions the form had.</summary>
    public const string Shown = "Shown";

    private readonly Dictionary<int, IReadOnlyList<string>> typed = [];

    private QuestionSheet(Questionnaire questionnaire, IReadOnlyList<Neighbourhood> neighbourhoods) =>
        (Questionnaire, Neighbourhoods) = (questionnaire, [.. neighbourhoods.Where(place => place.IsCurrent)]);

    public Questionnaire Questionnaire { get; }

    public IReadOnlyList<Neighbourhood> Neighbourhoods { get; }

    /// <summary>Asked of whoever answers as it was typed.</summary>
    public IReadOnlyList<Question> Asked { get; private set; } = [];

    /// <summary>Asked because of what was just sent: the form did not have them yet.</summary>
    public IReadOnlyList<Question> Opened { get; private set; } = [];

    /// <summary>What is to be kept.</summary>
    public IReadOnlyList<Given> Answers { get; private set; } = [];

    public static QuestionSheet Empty(Questionnaire questionnaire, IReadOnlyList<Neighbourhood> neighbourhoods)
    {
        var sheet = new QuestionSheet(questionnaire, neighbourhoods);
        sheet.Asked = questionnaire.Asked(_ => []);
        return sheet;
    }

    /// <summary>What was sent, and in the model state what is wrong with it.</summary>
    public static QuestionSheet Read(
        Questionnaire questionnaire, IReadOnlyList<Neighbourhood> neighbourhoods, IFormCollection form, ModelStateDictionary state, IStringLocalizer<QuestionsTexts> texts)
    {
        var sheet = new QuestionSheet(questionnaire, neighbourhoods);
        foreach (var question in questionnaire.All)
        {
            var values = form[NameOf(question)];
            sheet.typed[question.Number] = question.Kind == QuestionKind.Text
                ? [Cleaning.Clean(values.Count > 0 ? values[0] ?? "" : "")]
                : [.. values.OfType<string>().Where(value => value.Length > 0)];
        }

        sheet.Asked = questionnaire.Asked(sheet.ChoicesOf);
        var shown = form[Shown].ToHashSet(StringComparer.Ordinal);
        sheet.Opened = [.. sheet.Asked.Where(question => !shown.Contains(question.Number.ToString(CultureInfo.InvariantCulture)))];
        sheet.Answers = [.. sheet.Asked.Except(sheet.Opened).SelectMany(question => sheet.Check(question, state, texts))];
        if (sheet.Answers.Count == 0 && state.IsValid && sheet.Opened.Count == 0)
        {
            state.AddModelError(NameOf(sheet.Asked[0]), texts["AnswerNeeded"]);
        }

        return sheet;
    }

    public static string NameOf(Question question) => (question.Kind == QuestionKind.Text ? Words : Chosen) + question.Number.ToString(CultureInfo.InvariantCulture);

    public bool IsAsked(Question question) => Asked.Contains(question);

    public bool IsChosen(Question question, int choice) => ChoicesOf(question).Contains(choice);

    public string TextOf(Question question) => typed.GetValueOrDefault(question.Number) is [var text, ..] ? text : "";

    /// <summary>What was chosen, without what is no figure; words are no choice.</summary>
    private IEnumerable<int> ChoicesOf(Question question) => question.Kind == QuestionKind.Text
        ? []
        : (typed.GetValueOrDefault(question.Number) ?? [])
            .Select(value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var choice) ? choice : 0).Where(choice => choice > 0).Distinct();

    private IReadOnlyList<Given> Check(Question question, ModelStateDictionary state, IStringLocalizer<QuestionsTexts> texts)
    {
        var (name, values) = (NameOf(question), typed[question.Number]);
        if (question.Kind == QuestionKind.Text)
        {
            var text = values[0];
            if (text.Length > Remark.LongestText)
            {
                state.AddModelError(name, texts["TooLong", Remark.LongestText]);
            }
            else if (text.Length == 0 && question.Required)
            {
                state.AddModelError(name, texts["Needed"]);
            }

            return text.Length is 0 or > Remark.LongestText ? [] : [new(question, null, text)];
        }

        var chosen = ChoicesOf(question).Order().ToList();
        var known = question.Kind == QuestionKind.Neighbourhood ? [.. Neighbourhoods.Select(place => place.Id)] : question.Choices;
        if (chosen.Count < values.Distinct(StringComparer.Ordinal).Count() || chosen.Exists(choice => !known.Contains(choice)))
        {
            state.AddModelError(name, texts["NoSuchAnswer"]);
        }
        else if (chosen.Count > 1 && question.Kind != QuestionKind.Several)
        {
            state.AddModelError(name, texts["OneOnly"]);
        }
        else if (chosen.Count == 0 && question.Required)
        {
            state.AddModelError(name, texts["Needed"]);
        }

        return [.. chosen.Select(choice => new Given(question, choice))];
    }
}
