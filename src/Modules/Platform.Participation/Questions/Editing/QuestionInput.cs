using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Platform.Ui.Forms;

namespace Platform.Participation.Questions.Editing;

/// <summary>A question as its form has it: the answers to choose from one in each line.</summary>
internal sealed class QuestionInput
{
    [Required]
    public QuestionKind? Kind { get; set; } = QuestionKind.One;

    [Localized(Required = true, Longest = Question.TextLength)]
    public LocalizedInput Text { get; set; } = new();

    [Localized(Longest = Question.HelpLength)]
    public LocalizedInput Help { get; set; } = new();

    [Localized(Longest = (Question.OptionLength + 1) * Question.MostOptions)]
    public LocalizedInput Options { get; set; } = new();

    public bool Required { get; set; }

    /// <summary>Question and answer that it hangs on: <c>2:1</c>; none where it is always asked.</summary>
    [MaxLength(20)]
    public string? After { get; set; }

    public int Revision { get; set; }

    public static QuestionInput Of(Question question) => new()
    {
        Kind = question.Kind,
        Text = LocalizedInput.From(question.Text),
        Help = LocalizedInput.From(question.Help),
        Options = LocalizedLines.Write([.. question.Options.OrderBy(option => option.Number).Select(option => option.Text)]),
        Required = question.Required,
        After = question.After is { } after ? Key(after, question.AfterChoice ?? 0) : null,
    };

    public static string Key(int question, int choice) => string.Create(CultureInfo.InvariantCulture, $"{question}:{choice}");

    /// <returns>None where the lines of the languages do not belong together.</returns>
    public QuestionDraft? ToDraft()
    {
        // Answers to choose from are of no use to words and neighbourhoods: what was left in the field is not kept.
        var takesOptions = Kind is QuestionKind.One or QuestionKind.Several or QuestionKind.Scale;
        if (LocalizedLines.Read(Options) is not { } options)
        {
            return takesOptions ? null : Draft([]);
        }

        return Draft(takesOptions ? options : []);

        QuestionDraft Draft(IReadOnlyList<Kernel.Text.LocalizedText> choices)
        {
            var after = After?.Split(':');
            return after is [var question, var choice]
                && int.TryParse(question, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && int.TryParse(choice, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen)
                    ? new(Kind!.Value, Text.ToText()!.OnOneLine(), Help.ToText(), Required, choices, number, chosen)
                    : new(Kind!.Value, Text.ToText()!.OnOneLine(), Help.ToText(), Required, choices, After is null ? null : 0);
        }
    }
}
