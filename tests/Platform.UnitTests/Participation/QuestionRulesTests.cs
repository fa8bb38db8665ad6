using Platform.Kernel.Charters;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions.Paper;
using Platform.Participation.Processes;
using Platform.Participation.Questions;
using Platform.Ui.Forms;

namespace Platform.UnitTests.Participation;

public sealed class QuestionRulesTests
{
    private static readonly LocalizedText Word = new("كلمة");

    [Fact]
    public void A_question_is_asked_only_where_an_asked_one_has_its_answer()
    {
        var form = Form();
        var transport = form.Add(Choice("Bus", "Marche", "Vélo"));
        var which = form.Add(Choice("A", "B") with { After = transport.Number, AfterChoice = 1 });
        var why = form.Add(new(QuestionKind.Text, Word, null, false, [], which.Number, 2));

        Assert.Equal([transport], Asked());
        Assert.Equal([transport, which], Asked((transport, 1)));
        Assert.Equal([transport, which, why], Asked((transport, 1), (which, 2)));

        // What is not asked opens nothing, whatever a browser sends.
        Assert.Equal([transport], Asked((transport, 2), (which, 2)));

        IReadOnlyList<Question> Asked(params (Question Question, int Choice)[] given) =>
            form.Asked(question => given.Where(one => one.Question == question).Select(one => one.Choice));
    }

    [Fact]
    public void Nothing_hangs_on_itself_or_on_what_comes_later_however_it_is_moved()
    {
        var form = Form();
        var first = form.Add(Choice("oui", "non"));
        var second = form.Add(Choice("oui", "non") with { After = first.Number, AfterChoice = 1 });

        Assert.Equal(QuestionRefusal.NothingEarlier, form.Check(Choice("oui", "non") with { After = second.Number, AfterChoice = 1 }, first));
        Assert.Equal(QuestionRefusal.NothingEarlier, form.Check(Choice("oui", "non") with { After = second.Number, AfterChoice = 1 }, second));
        Assert.Equal(QuestionRefusal.NothingEarlier, form.Check(Choice("oui", "non") with { After = first.Number, AfterChoice = 3 }, null));
        Assert.Throws<InvalidOperationException>(() => form.Change(first, Choice("oui", "non") with { After = second.Number, AfterChoice = 1 }));
        Assert.False(form.Move(second, -1));
        Assert.False(form.Move(first, 1));
        Assert.False(form.Remove(first));

        var free = form.Add(Choice("oui", "non"));
        Assert.True(form.Move(free, -1));
        Assert.Equal([first, free, second], form.All);
        Assert.True(form.Remove(second));
        Assert.True(form.Remove(first));
        Assert.Equal(1, Assert.Single(form.All).Position);
    }

    [Fact]
    public void A_question_can_hang_on_a_neighbourhood_and_is_counted_with_it()
    {
        var form = Form();
        var where = form.Add(new(QuestionKind.Neighbourhood, Word, null, false, []));
        var lamps = form.Add(Choice("oui", "non") with { After = where.Number, AfterChoice = 7 });
        Assert.Equal([where], form.Asked(question => question == where ? [6] : []));
        Assert.Equal([where, lamps], form.Asked(question => question == where ? [7] : []));
        Assert.Equal(QuestionRefusal.NothingEarlier, form.Check(Choice("oui", "non") with { After = where.Number, AfterChoice = 0 }, null));

        // It stays a list of places as long as something hangs on one of them.
        Assert.Equal(QuestionRefusal.OthersHangOnIt, form.Check(Choice("oui", "non"), where));
        Assert.Null(form.Check(new(QuestionKind.Neighbourhood, new("أين"), null, true, []), where));
        Assert.Equal("حي السلام", where.AnswerIn(Language.Arabic, 7, [new(7, new("حي السلام"), true)]));

        // A place that few named is held back with what hangs on it; one that nobody named hides nobody.
        Identify(where, lamps);
        var few = QuestionFigures.Of(form.All, new Dictionary<int, int> { [1] = 20, [2] = 3 }, new Dictionary<(int, int), int> { [(1, 6)] = 17, [(1, 7)] = 3, [(2, 1)] = 3 });
        Assert.True(few[1].IsHeldBack);
        var nobody = QuestionFigures.Of(form.All, new Dictionary<int, int> { [1] = 20 }, new Dictionary<(int, int), int> { [(1, 6)] = 20 });
        Assert.Equal(0, nobody[1].Answered);
    }

    [Fact]
    public void An_answer_that_others_hang_on_is_followed_where_it_moves_and_not_lost()
    {
        var form = Form();
        var question = form.Add(Choice("oui", "non"));
        var hanging = form.Add(new(QuestionKind.Text, Word, null, true, [], question.Number, 2));

        form.Change(question, Choice("peut-être", "non", "oui"));
        Assert.Equal(2, hanging.AfterChoice);
        form.Change(question, Choice("non", "oui"));
        Assert.Equal(1, hanging.AfterChoice);
        Assert.Equal(QuestionRefusal.OthersHangOnIt, form.Check(Choice("oui", "peut-être", "jamais"), question));
        Assert.Equal(QuestionRefusal.OthersHangOnIt, form.Check(new(QuestionKind.Text, Word, null, false, []), question));
        Assert.Equal(["non", "oui"], question.Options.OrderBy(option => option.Number).Select(option => option.Text.Ar));
    }

    [Fact]
    public void What_is_announced_asks_the_same_for_good()
    {
        var (form, consultation) = FormAndConsultation();
        var question = form.Add(Choice("oui", "non"));
        Assert.Equal(QuestionRefusal.TooFewOptions, form.Check(Choice("oui"), null));
        Assert.Equal(QuestionRefusal.OptionTwice, form.Check(Choice("oui", "oui"), null));
        Assert.Equal(QuestionRefusal.OneEnd, form.Check(Choice("mal") with { Kind = QuestionKind.Scale }, null));
        consultation.Announce(new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc));

        Assert.Throws<InvalidOperationException>(() => form.Add(Choice("oui", "non")));
        Assert.Throws<InvalidOperationException>(() => form.Change(question, Choice("oui", "jamais")));
        Assert.Throws<InvalidOperationException>(() => form.Remove(question));
        Assert.Throws<InvalidOperationException>(() => form.Move(question, 1));
    }

    /// <summary>Held back: true.</summary>
    [Theory]
    [InlineData("10 20 30", "- - -")]
    [InlineData("0 20 30", "- - -")] // nobody is no group
    [InlineData("2 20 30", "x x -")] // 2 would follow from the total
    [InlineData("2 1 30", "x x x")] // 1 and 2 follow from a sum of 3
    [InlineData("4 1 30", "x x -")]
    [InlineData("3 0 0", "x - -")] // too few in all: the total is held back
    public void No_figure_of_a_few_is_shown_or_follows_from_the_total(string parts, string held) =>
        Assert.Equal(held.Split(' ').Select(mark => mark == "x"), SmallGroups.HeldBack([.. parts.Split(' ').Select(int.Parse)]));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(9, 0)]
    [InlineData(10, 5)]
    [InlineData(14, 5)]
    [InlineData(15, 10)]
    public void While_answers_come_in_figures_move_by_whole_groups_and_the_last_one_waits(int people, int counted) =>
        Assert.Equal(counted, ResultsReader.InGroups(people));

    [Fact]
    public void A_question_after_an_answer_that_is_held_back_tells_nothing_either()
    {
        var form = Form();
        var first = form.Add(Choice("oui", "non", "peut-être"));
        var after = form.Add(Choice("A", "B") with { After = first.Number, AfterChoice = 2 });
        var several = form.Add(Choice("A", "B", "C") with { Kind = QuestionKind.Several });
        var scale = form.Add(Choice() with { Kind = QuestionKind.Scale });
        Identify(first, after, several, scale);

        // Of 40, 2 said yes: 12 said no is held back with it, so is how many were asked because of it.
        var figures = QuestionFigures.Of(
            form.All, new Dictionary<int, int> { [1] = 40, [2] = 12, [3] = 40, [4] = 40 }, new Dictionary<(int, int), int>
            {
                [(1, 1)] = 2,
                [(1, 2)] = 12,
                [(1, 3)] = 26,
                [(2, 1)] = 6,
                [(2, 2)] = 6,
                [(3, 1)] = 38,
                [(3, 2)] = 20,
                [(3, 3)] = 3, // 2 who did not choose the first one are few as well
                [(4, 1)] = 10,
                [(4, 5)] = 30,
            });
        Assert.Equal([null, null, 26], figures[0].Choices.Select(choice => choice.Count));
        Assert.Equal([null, null, 65m], figures[0].Choices.Select(choice => choice.Percent));
        Assert.True(figures[1].IsHeldBack);
        Assert.All(figures[1].Choices, choice => Assert.Null(choice.Count));
        Assert.Equal([null, 20, null], figures[2].Choices.Select(choice => choice.Count));
        Assert.Equal(4m, figures[3].Mean);
    }

    [Fact]
    public void Priorities_give_points_by_place_and_say_nothing_of_a_few()
    {
        var things = Enumerable.Range(1, 3).Select(at => Matter.Head(MatterKind.Card, at, $"card:{at}", $"{at}", Word, null)).ToList();
        foreach (var (thing, id) in things.Select((thing, at) => (thing, at + 1)))
        {
            typeof(Matter).GetProperty(nameof(Matter.Id))!.SetValue(thing, id);
        }

        var order = PriorityFigures.Of(things, 12, new Dictionary<(int, int), int> { [(1, 1)] = 5, [(2, 1)] = 7, [(1, 2)] = 1, [(2, 2)] = 5, [(3, 3)] = 4 });
        Assert.Equal([("card:2", 1, 31, 12), ("card:1", 2, 17, 6)], order.Order.Take(2).Select(row => (row.Matter.Key, row.Place!.Value, row.Points!.Value, row.People!.Value)));
        Assert.Equal(new PriorityFigure(things[2], null, null, null), order.Order[2]);
        Assert.Null(PriorityFigures.Of(things, 4, new Dictionary<(int, int), int> { [(1, 1)] = 4 }).People);
    }

    [Fact]
    public void A_clerk_types_numbers_and_names_and_what_was_not_asked_is_dropped()
    {
        var form = Form();
        var first = form.Add(Choice("oui", "non"));
        var several = form.Add(Choice("A", "B", "C") with { Kind = QuestionKind.Several, After = first.Number, AfterChoice = 1 });
        var place = form.Add(Choice() with { Kind = QuestionKind.Neighbourhood });
        Neighbourhood[] places = [new(7, new("حي السّلام", "Hay Salam"), true), new(8, new("القصبة", "Kasbah"), false)];

        var typed = Read("١", "3, 1", "حي السلام");
        Assert.Equal([(first, 1), (several, 1), (several, 3), (place, 7)], typed.Answers.Select(given => (given.Question, given.Choice!.Value)));
        Assert.Empty(typed.Wrong);
        Assert.Equal(1, Read("2", "1", "").Dropped);
        Assert.Equal([first], Read("2", "1", "").Answers.Select(given => given.Question));
        Assert.Equal(["NoSuchAnswer", "OneOnly", "NoSuchPlace"], new[] { Read("3", "", ""), Read("1 2", "", ""), Read("", "", "Kasbah") }.Select(one => one.Wrong[0].Text));

        PaperAnswers.Typed Read(string one, string two, string three) =>
            PaperAnswers.Read(form, new Dictionary<string, string?> { ["1"] = one, ["2"] = two, ["3"] = three }, places);
    }

    [Fact]
    public void Lines_of_both_languages_belong_together_or_are_refused()
    {
        Assert.Equal([new LocalizedText("نعم", "oui"), new("لا", "non")], LocalizedLines.Read(new() { Ar = "نعم\r\n\n لا ", Fr = "oui\nnon" }));
        Assert.Null(LocalizedLines.Read(new() { Ar = "نعم\nلا", Fr = "oui" }));
        Assert.Equal("oui\nلا", LocalizedLines.Write([new("نعم", "oui"), new("لا")]).Fr);
    }

    private static Questionnaire Form() => FormAndConsultation().Form;

    private static (Questionnaire Form, Consultation Consultation) FormAndConsultation()
    {
        var process = Process.Of("p", new(Word, Word, LadderRung.Consultation, null, null, Word, null, null, null));
        var consultation = Consultation.In(process, "c", new(
            Word, Word, null, false, false, new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc), new(2026, 11, 30, 9, 0, 0, DateTimeKind.Utc), new(2026, 12, 20), true, Moderation.Before));
        return (Questionnaire.Of(consultation), consultation);
    }

    private static QuestionDraft Choice(params string[] options) => new(QuestionKind.One, Word, null, true, [.. options.Select(option => new LocalizedText(option))]);

    /// <summary>Rows as the database would number them.</summary>
    private static void Identify(params Question[] questions)
    {
        foreach (var (question, at) in questions.Select((question, at) => (question, at)))
        {
            typeof(Question).GetProperty(nameof(Question.Id))!.SetValue(question, at + 1);
        }
    }
}
