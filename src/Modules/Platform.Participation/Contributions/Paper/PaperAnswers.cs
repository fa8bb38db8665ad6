using System.Globalization;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Questions;

namespace Platform.Participation.Contributions.Paper;

/// <summary>
/// Answers and ranks of a sheet as a clerk types them: of a choice its number, of several their numbers with anything between them, of a neighbourhood its name.
/// What is required online may be missing on paper, as nobody can be asked again; what hangs on an answer that was not given is not kept.
/// </summary>
internal static class PaperAnswers
{
    /// <param name="Wrong">Field and text of what is wrong with it, by the question.</param>
    /// <param name="Dropped">How many questions were answered that were not asked of whoever answered so.</param>
    internal sealed record Typed(IReadOnlyList<Given> Answers, IReadOnlyList<(Question Question, string Text)> Wrong, int Dropped);

    public static Typed Read(Questionnaire questionnaire, IReadOnlyDictionary<string, string?> typed, IReadOnlyList<Neighbourhood> neighbourhoods)
    {
        var wrong = new List<(Question, string)>();
        var read = new Dictionary<int, IReadOnlyList<Given>>();
        foreach (var question in questionnaire.All)
        {
            if (typed.GetValueOrDefault(question.Number.ToString(CultureInfo.InvariantCulture)) is not { Length: > 0 } text)
            {
                continue;
            }

            var (answers, problem) = Answer(question, text, neighbourhoods);
            read[question.Number] = answers;
            if (problem is not null)
            {
                wrong.Add((question, problem));
            }
        }

        var asked = questionnaire.Asked(question => (read.GetValueOrDefault(question.Number) ?? []).Select(given => given.Choice ?? 0));
        return new(
            [.. asked.SelectMany(question => read.GetValueOrDefault(question.Number) ?? [])], wrong,
            read.Keys.Count(number => asked.All(question => question.Number != number)));
    }

    /// <returns>The ranks in their order, and the fields that are wrong.</returns>
    public static (IReadOnlyList<Said> Ranks, IReadOnlyList<(Matter Matter, string Text)> Wrong) Ranks(IReadOnlyList<Matter> things, IReadOnlyDictionary<string, string?> typed)
    {
        var wrong = new List<(Matter, string)>();
        var ranks = new Dictionary<int, Matter>();
        foreach (var thing in things)
        {
            if (typed.GetValueOrDefault(thing.Id.ToString(CultureInfo.InvariantCulture)) is not { Length: > 0 } text)
            {
                continue;
            }

            if (Figures(text) is not [var rank] || rank < 1 || rank > things.Count)
            {
                wrong.Add((thing, "RankOutside"));
            }
            else if (!ranks.TryAdd(rank, thing))
            {
                wrong.Add((thing, "RankTwice"));
            }
        }

        return ([.. ranks.OrderBy(pair => pair.Key).Select(pair => new Said(RemarkKind.Priority, pair.Value, null, null, pair.Key))], wrong);
    }

    private static (IReadOnlyList<Given> Answers, string? Problem) Answer(Question question, string text, IReadOnlyList<Neighbourhood> neighbourhoods)
    {
        if (question.Kind == QuestionKind.Text)
        {
            return text.Length > Remark.LongestText ? ([], "TooLong") : ([new(question, null, text)], null);
        }

        if (question.Kind == QuestionKind.Neighbourhood)
        {
            var folded = Folding.Fold(text);
            return neighbourhoods.FirstOrDefault(place => place.IsCurrent && (Folding.Fold(place.Name.Ar) == folded || Folding.Fold(place.Name.Fr) == folded)) is { } found
                ? ([new(question, found.Id)], null)
                : ([], "NoSuchPlace");
        }

        var figures = Figures(text);
        return figures.Count == 0 || figures.Any(figure => !question.Choices.Contains(figure)) ? ([], "NoSuchAnswer")
            : figures.Count > 1 && question.Kind != QuestionKind.Several ? ([], "OneOnly")
            : ([.. figures.Order().Select(figure => new Given(question, figure))], null);
    }

    /// <summary>Numbers in either kind of digits; 0 where something is no number.</summary>
    private static IReadOnlyList<int> Figures(string text)
    {
        var digits = string.Concat(text.Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : char.IsLetter(c) ? 'x' : ' '));
        return
        [
            .. digits.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? figure : 0).Distinct(),
        ];
    }
}
