namespace Platform.Participation.Questions;

/// <summary>How many people gave an answer to a question, or a rank to a card or section.</summary>
/// <param name="Of">Row of the question, or of the matter.</param>
/// <param name="Given">The choice, or the rank.</param>
internal sealed record CountOf(int Of, int Given, int People);

/// <summary>What was counted of questions and priorities at one instant; a report keeps it with the rest that it was made of.</summary>
/// <param name="People">How many answered the questions.</param>
/// <param name="Answered">How many of them answered a question, by its row.</param>
/// <param name="Texts">How many words were read and may be shown, by question.</param>
/// <param name="Ordering">How many gave an order.</param>
/// <param name="IsInterim">Counted while answers still came in.</param>
internal sealed record ResultCounts(
    int People, IReadOnlyDictionary<int, int> Answered, IReadOnlyList<CountOf> Chosen, IReadOnlyDictionary<int, int> Texts, int Ordering, IReadOnlyList<CountOf> Ranks,
    bool IsInterim);
