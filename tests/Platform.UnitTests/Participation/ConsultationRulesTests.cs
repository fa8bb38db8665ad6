using Platform.Kernel.Charters;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;
using Platform.Participation;
using Platform.Participation.Consultations;
using Platform.Participation.Processes;
using Platform.Participation.Processes.Templates;

namespace Platform.UnitTests.Participation;

public sealed class ConsultationRulesTests
{
    private static readonly LocalizedText Word = new("كلمة");
    private static readonly DateTime Opens = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Closes = new(2026, 11, 30, 17, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void It_opens_at_its_minute_and_receives_nothing_from_its_closing_on()
    {
        var consultation = Draft();
        Assert.Equal(ConsultationPhase.Draft, consultation.PhaseAt(Opens));
        consultation.Announce(Opens.AddDays(-1));

        Assert.Equal(ConsultationPhase.Announced, consultation.PhaseAt(Opens.AddTicks(-1)));
        Assert.Equal(ConsultationPhase.Open, consultation.PhaseAt(Opens));
        Assert.Equal(ConsultationPhase.Open, consultation.PhaseAt(Closes.AddTicks(-1)));
        Assert.Equal(ConsultationPhase.Answering, consultation.PhaseAt(Closes));
        consultation.Extend(Closes.AddDays(1), Word, Closes.AddHours(-1));
        Assert.Equal(ConsultationPhase.Open, consultation.PhaseAt(Closes));
        consultation.Report(null, Closes.AddDays(20));
        Assert.Equal(ConsultationPhase.Reported, consultation.PhaseAt(Closes.AddDays(21)));
    }

    [Fact]
    public void The_next_change_is_the_next_opening_or_closing_of_what_is_announced()
    {
        var (announced, draft) = (Draft(), Draft());
        announced.Announce(Opens.AddDays(-1));

        Assert.Equal(Opens, new[] { announced, draft }.NextChange(Opens.AddDays(-1)));
        Assert.Equal(Closes, new[] { announced }.NextChange(Opens));
        Assert.Null(new[] { announced }.NextChange(Closes));
        Assert.Null(new[] { draft }.NextChange(Opens.AddDays(-1)));
    }

    [Fact]
    public void An_extension_ends_later_and_what_was_announced_is_about_the_same()
    {
        var consultation = Draft();
        consultation.Put(Cards(2));
        consultation.Announce(Opens);

        Assert.Throws<ArgumentException>(() => consultation.Extend(Closes, Word, Opens));
        Assert.Throws<InvalidOperationException>(() => consultation.Put(Cards(1)));
        Assert.Equal(4, consultation.Matters.Count);
    }

    [Fact]
    public void Nothing_keeps_a_whole_consultation_from_being_announced() => Assert.Empty(Announcing.ObstaclesTo(Draft(), Published(), Cards(2), Opens));

    [Fact]
    public void What_is_missing_is_named()
    {
        var process = Process.Of("p", Text);
        Assert.Equal([Obstacle.ProcessNotPublished, Obstacle.OverAlready, Obstacle.NothingAsked], Announcing.ObstaclesTo(Draft(), process, [], Closes));
        process.Publish(Opens);
        process.Close(Opens, null);
        Assert.Equal([Obstacle.ProcessClosed], Announcing.ObstaclesTo(Draft(), process, Cards(1), Opens));
        Assert.Equal([Obstacle.NothingToOrder], Announcing.ObstaclesTo(Draft(priorities: true), Published(), Cards(1), Opens));
        Assert.Equal([Obstacle.AnsweredBeforeClosing], Announcing.ObstaclesTo(Draft(answersBy: new(2026, 11, 29)), Published(), Cards(1), Opens));
        Assert.Empty(Announcing.ObstaclesTo(Draft(ideas: true), Published(), [], Opens));
    }

    [Theory]
    [InlineData("2026-11-30T23:00", "2026-11-30")] // midnight in Morocco: the day that ends
    [InlineData("2026-11-30T22:59", "2026-11-30")]
    [InlineData("2026-11-30T23:01", "2026-12-01")]
    public void What_closes_at_midnight_closes_on_the_day_that_ends(string utc, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Announcing.ClosingDay(DateTime.SpecifyKind(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc)));

    [Fact]
    public void A_stage_changes_places_with_its_neighbour_and_stays_at_the_ends()
    {
        var process = Process.Of("p", Text);
        var stages = Enumerable.Range(1, 3).Select(number => ProcessStage.Of(number, new($"{number}"), null, null, null)).ToList();
        process.Stages.AddRange(stages);

        Assert.True(process.MoveStage(stages[2], -1));
        Assert.False(process.MoveStage(stages[0], -1));
        Assert.False(process.MoveStage(stages[1], 1));
        Assert.Equal(["1", "3", "2"], process.Stages.Select(stage => stage.Title.Ar));
        Assert.Equal([1, 2, 3], process.Stages.Select(stage => stage.Position));
    }

    [Theory]
    [InlineData("2026-10-31", "ToCome")]
    [InlineData("2026-11-01", "Now")]
    [InlineData("2026-11-30", "Now")]
    [InlineData("2026-12-01", "Over")]
    public void A_stage_has_its_place_on_a_day(string day, string expected) => Assert.Equal(
        Enum.Parse<StagePlace>(expected), ProcessStage.Of(1, Word, null, new(2026, 11, 1), new(2026, 11, 30)).PlaceOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("Programme d’ouverture 2027", "programme-d-ouverture-2027")]
    [InlineData("À l'école ! Été", "a-l-ecole-ete")]
    [InlineData(null, "process-1")]
    [InlineData("2027", "process-1")]
    [InlineData("Edit", "edit-2")]
    public void An_address_is_made_of_the_French_title(string? french, string slug) => Assert.Equal(slug, Slugs.Free(new("عنوان", french), "process", []));

    [Fact]
    public void No_two_have_the_same_address()
    {
        Assert.Equal("avis-2", Slugs.Free(new("رأي", "Avis"), "process", ["avis"]));
        Assert.Equal("process-3", Slugs.Free(new("رأي"), "process", ["process-1", "process-2"]));
        Assert.True(Slugs.Free(new("رأي", new string('a', 200)), "process", [new string('a', 48)]).Length <= Process.SlugLength);
    }

    [Fact]
    public void Every_template_has_its_words_in_both_languages() => Assert.All(ProcessTemplate.All, template =>
    {
        var copy = template.Copy("copy", demonstration: false);
        Assert.Equal(template.Stages, copy.Stages.Count);
        Assert.All(copy.Stages, stage => Assert.NotNull(stage.Title.Fr));
        Assert.NotNull(copy.OpenToInfluence?.Fr);
        Assert.False(copy.IsPublished);
    });

    private static ProcessText Text => new(Word, Word, LadderRung.Consultation, null, null, Word, null, null, null);

    private static Process Published()
    {
        var process = Process.Of("p", Text);
        process.Publish(Opens.AddDays(-10));
        return process;
    }

    private static Consultation Draft(bool ideas = false, bool priorities = false, DateOnly? answersBy = null) => Consultation.In(
        Published(), "c", new(Word, Word, null, ideas, priorities, Opens, Closes, answersBy ?? new(2026, 12, 31), true, Moderation.After));

    private static IReadOnlyList<Matter> Cards(int count) => Matters.Of(
        Enumerable.Range(1, count).Select(number => new ConsultablePart($"project:{number}", $"{number}", 1, Word, [new(CardField.Other, null)], null)), ConsultableKind.Cards);
}
