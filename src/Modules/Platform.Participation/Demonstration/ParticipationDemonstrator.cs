using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions;
using Platform.Participation.Decisions.Sorting;
using Platform.Participation.Meetings;
using Platform.Participation.Processes;
using Platform.Participation.Processes.Templates;
using Platform.Participation.Questions;

namespace Platform.Participation.Demonstration;

/// <summary>
/// Makes up one process that is finished, with a consultation on what the commune really has (its openness projects, its charter or its plan), remarks and an
/// answer to each. All its words say that they are generated. A commune that has any process of its own is left alone.
/// </summary>
internal sealed class ParticipationDemonstrator(
    CommuneContext db, CurrentCommune commune, ConsultableSources sources, Undertakings undertakings, INeighbourhoods neighbourhoods) : IDemonstrator
{
    private const int RemarkTexts = 6;

    /// <summary>What each of the remarks is about in the team's words, by their numbers.</summary>
    private static readonly int[] ThemeOfRemark = [1, 1, 2, 1, 2, 3];

    private const int PlacesAnswered = 3;
    private const int Opening = 9;
    private const int Closing = 18;

    /// <summary>What is asked about, what a commune has of it first, and the template that the process follows.</summary>
    private static readonly (string Source, string Template)[] Choices = [("openness:projects", "Openness"), ("charter:in-force", "Charter"), ("plan:activities", "Plan")];

    private readonly Dictionary<int, Theme> themes = [];

    /// <summary>The neighbourhoods that can be answered; a commune whose list is empty is not asked for one.</summary>
    private IReadOnlyList<int> places = [];

    public int Order => 800;

    public async Task DemonstrateAsync(int seed, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        if (await db.Set<Process>().AnyAsync(cancellation) || await ChooseAsync(cancellation) is not { } choice)
        {
            return;
        }

        // Each commune its own round, the same one each time.
        var random = new Random(commune.Value.Slug.Aggregate(seed, (sum, letter) => unchecked((sum * 31) + letter)));
        var day = from.AddDays(random.Next(20, 60));
        var (opens, closes) = (day.AddDays(30), day.AddDays(44));
        var process = choice.Template.Copy("demonstration", demonstration: true);
        process.Describe(choice.Template.Text with { Title = Word("ProcessTitle", choice.Template.Title), Aim = Word("Aim") });
        foreach (var stage in process.Stages)
        {
            stage.Describe(stage.Position, stage.Title, stage.Text, day.AddDays((stage.Position - 1) * 20), day.AddDays((stage.Position * 20) - 1));
        }

        process.Publish(At(day, Opening));
        var consultation = Consultation.In(
            process, "demonstration",
            new(Word("ConsultationTitle"), Word("ConsultationText"), choice.Source, false, false, At(opens, Opening), At(closes, Closing), closes.AddDays(30), true, Moderation.After),
            demonstration: true);
        consultation.Put(choice.Matters);
        places = [.. (await neighbourhoods.AllAsync(cancellation)).Where(place => place.IsCurrent).OrderBy(place => place.Id).Select(place => place.Id)];
        Ask(Questionnaire.Of(consultation));
        consultation.Announce(At(opens.AddDays(-7), Opening));
        db.Add(process);
        db.Add(consultation);
        Met(process, consultation, random);
        foreach (var number in ThemeOfRemark.Distinct())
        {
            themes[number] = Theme.Of(consultation, Word(string.Create(CultureInfo.InvariantCulture, $"Theme{number}")));
            Belonging(themes[number], consultation);
        }

        Answered(consultation, random, opens, closes, await undertakings.AllAsync(cancellation));
        consultation.Report(Word("ReportNote"), At(closes.AddDays(28), Opening));
        process.Close(At(closes.AddDays(40), Opening), Word("ClosingNote"));
    }

    /// <summary>The meetings that the template proposes, each on a day of its stage; what was said in the last belongs to the consultation.</summary>
    private static void Met(Process process, Consultation consultation, Random random)
    {
        foreach (var meeting in process.Meetings)
        {
            var stage = process.Stages.Single(one => one.Title.Ar == meeting.Title.Ar);
            var on = stage.From!.Value.AddDays(random.Next(3, 15));
            meeting.Describe(new(
                meeting.Title, meeting.Text, Word("MeetingPlace"), null, meeting.Invited, Word("MeetingAccess"), null, At(on, Opening + 1), At(on, Opening + 4)));
            meeting.Announce(At(on.AddDays(-14), Opening));
            var people = random.Next(24, 70);
            meeting.Tell(
                Word("MeetingMinutes"), new(people, people * random.Next(30, 55) / 100, people * random.Next(20, 45) / 100, random.Next(0, 4), random.Next(3, 12)),
                At(on.AddDays(6), Opening));
        }

        process.Meetings[^1].BelongTo(consultation);
    }

    private async Task<Choice?> ChooseAsync(CancellationToken cancellation)
    {
        foreach (var (source, template) in Choices)
        {
            if (await sources.MattersAsync(source, cancellation) is { Count: > 0 } matters)
            {
                return new(source, ProcessTemplate.All.First(known => known.Key == template), matters);
            }
        }

        return null;
    }

    /// <summary>People who wrote within the time, and a decision on each of their remarks.</summary>
    private void Answered(Consultation consultation, Random random, DateOnly opens, DateOnly closes, IReadOnlyList<Undertaking> undertaken)
    {
        var parts = consultation.Matters.Where(matter => !matter.IsHead()).ToList();
        for (var number = random.Next(12, 26); number > 0; number--)
        {
            var language = random.Next(3) == 0 ? Language.French : Language.Arabic;
            var at = At(opens.AddDays(random.Next(0, closes.DayNumber - opens.DayNumber)), random.Next(Opening, Closing)).AddMinutes(random.Next(60));
            var association = random.Next(4) == 0;
            var participant = Participant.Of(
                consultation, string.Create(CultureInfo.InvariantCulture, $"demonstration:{number}"), association ? ParticipantKind.Association : ParticipantKind.Visitor, null, language);
            participant.Introduce(null, association ? Word("Association", number).In(language) : null, association ? ShownAs.Association : ShownAs.Citizen, null);
            participant.Tell(random.Next(3) == 0 ? null : (AgeGroup)random.Next(1, 4), random.Next(5) == 0 ? null : (Gender)random.Next(2), null, null);
            Belonging(participant, consultation);

            var ticket = Ticket(random);
            var contribution = Contribution.Online(consultation, participant, Tracking.DigestOfTicket(ticket), Tracking.DigestOfCode(Tracking.CodeOf(ticket)), at);
            Belonging(contribution, consultation);
            for (var remarks = random.Next(1, 4); remarks > 0; remarks--)
            {
                var about = parts[random.Next(parts.Count)];
                var words = random.Next(1, RemarkTexts + 1);
                var remark = Remark.Of(consultation, about.Field is null ? RemarkKind.Question : RemarkKind.Note, about, Text(words, language), null, null, at);
                contribution.Remarks.Add(remark);
                Belonging(remark, consultation);
                var worn = RemarkTheme.Of(0, themes[ThemeOfRemark[words - 1]]);
                remark.Themes.Add(worn);
                Belonging(worn, nameof(RemarkTheme.ThemeId), themes[ThemeOfRemark[words - 1]]);
                remark.Answer(Decided(consultation, random, closes, undertaken));
            }

            Answer(consultation, contribution, random, language);
        }
    }

    /// <summary>A short form with a branch: who knew nothing of it is asked how they would like to hear of such things.</summary>
    private void Ask(Questionnaire form)
    {
        var known = form.Add(new(QuestionKind.One, Word("Question1"), null, true, [Word("Question1Yes"), Word("Question1Little"), Word("Question1No")]));
        form.Add(new(
            QuestionKind.Several, Word("Question2"), null, false, [Word("Question2Site"), Word("Question2Radio"), Word("Question2Notice")], known.Number, known.Choices[^1]));
        form.Add(new(QuestionKind.Scale, Word("Question3"), null, true, [Word("Question3Low"), Word("Question3High")]));
        if (places.Count > 0)
        {
            form.Add(new(QuestionKind.Neighbourhood, Word("Question5"), null, false, []));
        }

        form.Add(new(QuestionKind.Text, Word("Question4"), null, false, []));
    }

    private void Answer(Consultation consultation, Contribution contribution, Random random, Language language)
    {
        var form = Questionnaire.Of(consultation);
        var chosen = new Dictionary<int, int>();
        foreach (var question in form.All.Where(question => question.HasFixedChoices))
        {
            chosen[question.Number] = question.Choices[random.Next(question.Choices.Count)];
        }

        if (form.All.FirstOrDefault(question => question.Kind == QuestionKind.Neighbourhood) is { } where)
        {
            // Few places, so that some of them have enough people to be shown.
            chosen[where.Number] = places[random.Next(Math.Min(places.Count, PlacesAnswered))];
        }

        foreach (var question in form.Asked(question => chosen.TryGetValue(question.Number, out var choice) ? [choice] : []))
        {
            if (question.Kind == QuestionKind.Text && random.Next(2) == 0)
            {
                continue;
            }

            var given = GivenAnswer.Of(
                consultation, question.Kind == QuestionKind.Text ? new(question, null, Text(random.Next(1, RemarkTexts + 1), language)) : new(question, chosen[question.Number]));
            given.Show();
            contribution.Answers.Add(given);
            Belonging(given, consultation);
        }
    }

    private Decision Decided(Consultation consultation, Random random, DateOnly closes, IReadOnlyList<Undertaking> undertaken)
    {
        var outcome = (Outcome)random.Next(5);
        var at = At(closes.AddDays(random.Next(5, 25)), Opening);
        var decision = Decision.Of(
            consultation,
            new(outcome, Word($"Reason_{outcome}"), outcome == Outcome.OutsidePowers ? Word("Competent") : null, null, null, undertaken.Count > 0 ? undertaken[random.Next(undertaken.Count)].Key : null),
            decidedBy: 0, at);
        decision.Publish(at);
        Belonging(decision, consultation);
        return decision;
    }

    /// <summary>Rows know their consultation by its number, which it gets when all of them are saved.</summary>
    private void Belonging(object row, Consultation consultation) => Belonging(row, nameof(Remark.ConsultationId), consultation);

    /// <summary>And one row another.</summary>
    private void Belonging(object row, string by, object owner)
    {
        db.Add(row);
        var property = db.Entry(row).Property(by);
        property.CurrentValue = db.Entry(owner).Property(nameof(Consultation.Id)).CurrentValue;
        property.IsTemporary = true;
    }

    private static string Text(int number, Language language) => Word(string.Create(CultureInfo.InvariantCulture, $"Remark{number}")).In(language);

    private static string Ticket(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    private static DateTime At(DateOnly day, int hour) => MoroccoTime.ToUtc(day.ToDateTime(new(hour, 0)));

    private static LocalizedText Word(string key, params object[] values) => BothLanguages.Of(typeof(DemonstrationTexts), key, values);

    private static LocalizedText Word(string key, LocalizedText value)
    {
        var (one, other) = (BothLanguages.Of(typeof(DemonstrationTexts), key, value.Ar), BothLanguages.Of(typeof(DemonstrationTexts), key, value.In(Language.French)));
        return new(one.Ar, other.Fr);
    }

    private sealed record Choice(string Source, ProcessTemplate Template, IReadOnlyList<Matter> Matters);
}
