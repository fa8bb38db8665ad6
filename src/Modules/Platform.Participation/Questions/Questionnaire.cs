using Platform.Kernel.Text;
using Platform.Participation.Consultations;

namespace Platform.Participation.Questions;

/// <summary>A question as somebody wrote it.</summary>
/// <param name="Options">What can be chosen; of a scale, nothing or what its two ends mean.</param>
/// <param name="After">Number of the earlier question that it hangs on.</param>
internal sealed record QuestionDraft(
    QuestionKind Kind, LocalizedText Text, LocalizedText? Help, bool Required, IReadOnlyList<LocalizedText> Options, int? After = null, int? AfterChoice = null);

/// <summary>Why a question cannot be as it was written.</summary>
internal enum QuestionRefusal
{
    /// <summary>A choice needs at least two answers.</summary>
    TooFewOptions,
    TooManyOptions,

    /// <summary>Two of its answers say the same.</summary>
    OptionTwice,

    /// <summary>Of a scale both ends are explained, or neither.</summary>
    OneEnd,

    /// <summary>What it should hang on does not stand before it, or has no such answer.</summary>
    NothingEarlier,

    /// <summary>A later question hangs on an answer that would be gone.</summary>
    OthersHangOnIt,
}

/// <summary>
/// The questions of a consultation in their order. A question hangs on an earlier one or on none, whatever is added, moved or removed: a circle cannot be made.
/// And who is asked what is found in one passage from the first to the last, so that nothing could go round even if it stood in the database.
/// </summary>
internal sealed class Questionnaire
{
    /// <summary>A short form.</summary>
    public const int Most = 40;

    private readonly Consultation consultation;

    private Questionnaire(Consultation consultation) => this.consultation = consultation;

    public static Questionnaire Of(Consultation consultation) => new(consultation);

    public IReadOnlyList<Question> All => [.. consultation.Questions.OrderBy(question => question.Position).ThenBy(question => question.Number)];

    public Question? Find(int number) => consultation.Questions.Find(question => question.Number == number);

    /// <summary>Those that can be hung on: their answers are known, and they come before this one; for a new one all of them.</summary>
    public IEnumerable<Question> Before(Question? question) =>
        All.Where(earlier => earlier.CanBeHungOn && (question is null || earlier.Position < question.Position));

    public IEnumerable<Question> HangingOn(Question question) => All.Where(later => later.After == question.Number);

    /// <summary>The questions that are asked of somebody who answered so.</summary>
    /// <param name="chosen">What was chosen for a question; of one that is not asked, it counts for nothing.</param>
    public IReadOnlyList<Question> Asked(Func<Question, IEnumerable<int>> chosen)
    {
        var asked = new List<Question>();
        foreach (var question in All)
        {
            if (question.After is not { } after || asked.Exists(earlier => earlier.Number == after && chosen(earlier).Contains(question.AfterChoice ?? 0)))
            {
                asked.Add(question);
            }
        }

        return asked;
    }

    /// <returns>Why it cannot be so; none where it can.</returns>
    /// <param name="standing">The question that would be changed; none for a new one.</param>
    public QuestionRefusal? Check(QuestionDraft draft, Question? standing)
    {
        var options = draft.Options;
        if (draft.Kind is QuestionKind.One or QuestionKind.Several && options.Count is < 2 or > Question.MostOptions)
        {
            return options.Count < 2 ? QuestionRefusal.TooFewOptions : QuestionRefusal.TooManyOptions;
        }

        if (draft.Kind == QuestionKind.Scale && options.Count is not (0 or 2))
        {
            return QuestionRefusal.OneEnd;
        }

        if (options.Select(option => option.Ar).Distinct(StringComparer.Ordinal).Count() < options.Count)
        {
            return QuestionRefusal.OptionTwice;
        }

        if (draft.After is { } after && (Before(standing).FirstOrDefault(earlier => earlier.Number == after) is not { } hungOn || !CanBeAnswered(hungOn, draft.AfterChoice ?? 0)))
        {
            return QuestionRefusal.NothingEarlier;
        }

        return standing is not null && HangingOn(standing).Any(later => Moved(standing, draft, later.AfterChoice ?? 0) is null) ? QuestionRefusal.OthersHangOnIt : null;
    }

    /// <exception cref="InvalidOperationException">It is announced, there are too many, or <see cref="Check"/> refuses it.</exception>
    public Question Add(QuestionDraft draft)
    {
        Guard(draft, null);
        if (consultation.Questions.Count >= Most)
        {
            throw new InvalidOperationException($"A consultation asks at most {Most} questions.");
        }

        // Numbers of removed ones may come again: nothing hangs on those.
        var question = Question.At(consultation.Questions.Select(known => known.Number).DefaultIfEmpty().Max() + 1, consultation.Questions.Count + 1);
        question.Describe(draft);
        question.Options.AddRange(OptionsOf(draft));
        consultation.Questions.Add(question);
        return question;
    }

    /// <returns>The options that are not there any more.</returns>
    /// <exception cref="InvalidOperationException">It is announced, or <see cref="Check"/> refuses it.</exception>
    public IReadOnlyList<QuestionOption> Change(Question question, QuestionDraft draft)
    {
        Guard(draft, question);
        foreach (var later in HangingOn(question).ToList())
        {
            later.Follow(Moved(question, draft, later.AfterChoice ?? 0)!.Value);
        }

        question.Describe(draft);
        var wanted = OptionsOf(draft).ToList();
        var gone = question.Options.Where(option => wanted.TrueForAll(other => other.Number != option.Number)).ToList();
        question.Options.RemoveAll(gone.Contains);
        foreach (var option in wanted)
        {
            if (question.Options.Find(known => known.Number == option.Number) is { } known)
            {
                known.Say(option.Text);
            }
            else
            {
                question.Options.Add(option);
            }
        }

        return gone;
    }

    /// <summary>It changes places with the one before or after it.</summary>
    /// <returns>False at an end, and where one of the two hangs on the other.</returns>
    /// <exception cref="InvalidOperationException">It is announced.</exception>
    public bool Move(Question question, int step)
    {
        GuardDraft();
        var all = All.ToList();
        var at = all.IndexOf(question);
        if (step is not (1 or -1) || all.ElementAtOrDefault(at + step) is not { } other || at + step < 0 || other.After == question.Number || question.After == other.Number)
        {
            return false;
        }

        (all[at], all[at + step]) = (other, question);
        Number(all);
        return true;
    }

    /// <returns>False where others hang on it.</returns>
    /// <exception cref="InvalidOperationException">It is announced.</exception>
    public bool Remove(Question question)
    {
        GuardDraft();
        if (HangingOn(question).Any())
        {
            return false;
        }

        consultation.Questions.Remove(question);
        Number(All);
        return true;
    }

    /// <summary>Which neighbourhoods there are, the list of the commune knows.</summary>
    private static bool CanBeAnswered(Question question, int choice) => question.Kind == QuestionKind.Neighbourhood ? choice > 0 : question.Choices.Contains(choice);

    /// <summary>The number that an answer would have: where its words stand now; at its place, where it was only put in other words.</summary>
    private static int? Moved(Question standing, QuestionDraft draft, int choice)
    {
        if (draft.Kind is QuestionKind.Scale or QuestionKind.Neighbourhood)
        {
            return standing.Kind == draft.Kind ? choice : null;
        }

        if (draft.Kind is not (QuestionKind.One or QuestionKind.Several) || !standing.HasFixedChoices || standing.Kind == QuestionKind.Scale)
        {
            return null;
        }

        var words = standing.Options.Find(option => option.Number == choice)?.Text.Ar;
        var at = draft.Options.ToList().FindIndex(option => option.Ar == words);
        return at >= 0 ? at + 1 : draft.Options.Count == standing.Options.Count ? choice : null;
    }

    private static IEnumerable<QuestionOption> OptionsOf(QuestionDraft draft) => draft.Kind switch
    {
        QuestionKind.One or QuestionKind.Several => draft.Options.Select((text, at) => QuestionOption.Of(at + 1, text)),
        QuestionKind.Scale => draft.Options.Select((text, at) => QuestionOption.Of(at == 0 ? 1 : Question.ScaleEnd, text)),
        _ => [],
    };

    private static void Number(IReadOnlyList<Question> ordered)
    {
        foreach (var (question, at) in ordered.Select((question, at) => (question, at)))
        {
            question.Place(at + 1);
        }
    }

    private void Guard(QuestionDraft draft, Question? standing)
    {
        GuardDraft();
        if (Check(draft, standing) is { } refusal)
        {
            throw new InvalidOperationException($"A question cannot be so: {refusal}.");
        }
    }

    private void GuardDraft()
    {
        if (consultation.AnnouncedAt is not null)
        {
            throw new InvalidOperationException("What was announced stays as it is.");
        }
    }
}
