using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;

namespace Platform.Participation.Questions;

/// <summary>
/// A question of a consultation's short form. It may hang on the answer to an earlier one (<see cref="After"/>). Written while the consultation is a draft; from
/// its announcement on it stays as it is.
/// </summary>
internal sealed class Question
{
    public const int TextLength = 300;
    public const int HelpLength = 600;
    public const int OptionLength = 200;
    public const int MostOptions = 30;

    /// <summary>A scale goes from 1 to this.</summary>
    public const int ScaleEnd = 5;

    private Question()
    {
    }

    public int Id { get; private set; }

    public int ConsultationId { get; private set; }

    /// <summary>Names it within the consultation, in forms and in what hangs on it; never given twice, and not its place.</summary>
    public int Number { get; private set; }

    /// <summary>From 1, in the order in which they are asked.</summary>
    public int Position { get; private set; }

    public QuestionKind Kind { get; private set; }

    public LocalizedText Text { get; private set; } = null!;

    public LocalizedText? Help { get; private set; }

    public bool Required { get; private set; }

    /// <summary>Number of the earlier question that it hangs on; none where it is always asked.</summary>
    public int? After { get; private set; }

    /// <summary>The answer to that question with which it is asked.</summary>
    public int? AfterChoice { get; private set; }

    /// <summary>What can be chosen; of a scale, what its two ends mean.</summary>
    public List<QuestionOption> Options { get; } = [];

    /// <summary>Whether its answers are few, fixed and numbered.</summary>
    public bool HasFixedChoices => Kind is QuestionKind.One or QuestionKind.Several or QuestionKind.Scale;

    /// <summary>Whether another question can hang on it: what can be answered is known before.</summary>
    public bool CanBeHungOn => HasFixedChoices || Kind == QuestionKind.Neighbourhood;

    /// <summary>The answer in words: of a scale its figure, of a neighbourhood its name.</summary>
    public string AnswerIn(Language language, int choice, IEnumerable<Neighbourhood> places) =>
        (Kind switch
        {
            QuestionKind.Scale => null,
            QuestionKind.Neighbourhood => places.FirstOrDefault(place => place.Id == choice)?.Name,
            _ => Options.Find(option => option.Number == choice)?.Text,
        })?.In(language) ?? choice.ToString(CultureInfo.InvariantCulture);

    /// <summary>The answers that can be chosen; none where they are words or neighbourhoods.</summary>
    public IReadOnlyList<int> Choices => Kind switch
    {
        QuestionKind.Scale => [.. Enumerable.Range(1, ScaleEnd)],
        QuestionKind.One or QuestionKind.Several => [.. Options.Select(option => option.Number).Order()],
        _ => [],
    };

    internal static Question At(int number, int position) => new() { Number = number, Position = position };

    internal void Describe(QuestionDraft draft)
    {
        (Kind, Text, Help, Required) = (draft.Kind, draft.Text, draft.Help, draft.Required);
        (After, AfterChoice) = (draft.After, draft.After is null ? null : draft.AfterChoice);
    }

    internal void Place(int position) => Position = position;

    /// <summary>The answer that it hangs on has another number now.</summary>
    internal void Follow(int choice) => AfterChoice = choice;
}

internal enum QuestionKind
{
    /// <summary>One answer of several.</summary>
    One,

    /// <summary>As many answers as apply.</summary>
    Several,

    /// <summary>From 1 to 5.</summary>
    Scale,

    /// <summary>In the person's own words.</summary>
    Text,

    /// <summary>A place on the commune's list of neighbourhoods.</summary>
    Neighbourhood,
}

/// <summary>An answer that can be chosen; of a scale, an end of it.</summary>
internal sealed class QuestionOption
{
    private QuestionOption()
    {
    }

    public int Id { get; private set; }

    public int QuestionId { get; private set; }

    /// <summary>From 1, in the order in which they stand; of a scale, the figure that it explains.</summary>
    public int Number { get; private set; }

    public LocalizedText Text { get; private set; } = null!;

    internal static QuestionOption Of(int number, LocalizedText text) => new() { Number = number, Text = text };

    internal void Say(LocalizedText text) => Text = text;
}

internal sealed class QuestionConfiguration : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.ToTable("consultation_questions");
        builder.Ignore(question => question.Choices);
        builder.Ignore(question => question.HasFixedChoices);
        builder.Ignore(question => question.CanBeHungOn);
        builder.HasIndex(question => new { question.ConsultationId, question.Number }).IsUnique();
        builder.HasMany(question => question.Options).WithOne().HasForeignKey(option => option.QuestionId);
    }
}

internal sealed class QuestionOptionConfiguration : IEntityTypeConfiguration<QuestionOption>
{
    public void Configure(EntityTypeBuilder<QuestionOption> builder)
    {
        builder.ToTable("consultation_question_options");
        builder.HasIndex(option => new { option.QuestionId, option.Number }).IsUnique();
    }
}
