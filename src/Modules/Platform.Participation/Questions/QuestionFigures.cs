namespace Platform.Participation.Questions;

/// <summary>How many gave an answer.</summary>
/// <param name="Count">None where it is held back.</param>
/// <param name="Percent">Of those who answered the question.</param>
internal sealed record ChoiceFigure(int Choice, int? Count, decimal? Percent);

/// <summary>What was answered to a question.</summary>
/// <param name="Place">From 1, as the form numbers it.</param>
/// <param name="Answered">How many answered it; none where that is held back, and with it every figure.</param>
/// <param name="Choices">In the order of the form; neighbourhoods that nobody named are left out.</param>
/// <param name="Mean">Of a scale, where nothing of it is held back.</param>
internal sealed record QuestionFigures(Question Question, int Place, int? Answered, IReadOnlyList<ChoiceFigure> Choices, decimal? Mean)
{
    public bool IsHeldBack => Answered is null;

    /// <summary>
    /// The figures of all questions together: how many were asked a question that hangs on an answer tells how many gave that answer, so that one is held back
    /// with the other.
    /// </summary>
    /// <param name="questions">In their order.</param>
    /// <param name="answered">How many people answered a question, by its row.</param>
    /// <param name="chosen">How many people chose an answer, by the question's row and the choice.</param>
    public static IReadOnlyList<QuestionFigures> Of(
        IReadOnlyList<Question> questions, IReadOnlyDictionary<int, int> answered, IReadOnlyDictionary<(int Question, int Choice), int> chosen)
    {
        var figures = new List<QuestionFigures>();
        foreach (var question in questions)
        {
            var people = answered.GetValueOrDefault(question.Id);
            var isHeld = SmallGroups.IsSmall(people) || (question.After is { } after && OfAnswer(figures.Find(earlier => earlier.Question.Number == after), question.AfterChoice) is null);
            IReadOnlyList<int> choices = question.Kind == QuestionKind.Neighbourhood
                ? [.. chosen.Keys.Where(key => key.Question == question.Id).Select(key => key.Choice).Order()]
                : question.Choices;
            var counts = choices.Select(choice => chosen.GetValueOrDefault((question.Id, choice))).ToList();
            var held = isHeld ? counts.ConvertAll(_ => true)
                : question.Kind == QuestionKind.Several ? counts.ConvertAll(count => SmallGroups.IsHeldBack(count, people))
                : SmallGroups.HeldBack(counts);
            figures.Add(new(
                question, figures.Count + 1, isHeld ? null : people,
                [.. choices.Select((choice, at) => held[at] ? new ChoiceFigure(choice, null, null) : new(choice, counts[at], Share(counts[at], people)))],
                question.Kind == QuestionKind.Scale && people > 0 && !held.Contains(true)
                    ? Math.Round(choices.Select((choice, at) => (decimal)choice * counts[at]).Sum() / people, 2)
                    : null));
        }

        return figures;
    }

    /// <returns>How many gave an answer, of a place that nobody named none; nothing where it is held back.</returns>
    private static int? OfAnswer(QuestionFigures? earlier, int? choice) =>
        earlier is null || earlier.IsHeldBack ? null : earlier.Choices.FirstOrDefault(figure => figure.Choice == choice) is { } figure ? figure.Count : 0;

    private static decimal? Share(int count, int of) => of == 0 ? null : Math.Round(count * 100m / of, 1);
}
