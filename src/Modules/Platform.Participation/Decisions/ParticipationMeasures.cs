using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Measures;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Processes;
using Platform.Participation.Questions;

namespace Platform.Participation.Decisions;

/// <summary>
/// Figures of participation. Each row is a consultation, whose report and remarks show the rest: those that closed in the period, and of proposals those in which they
/// were made, by the day of receipt, so that quarters are the sum of their months. The rate is that of the year that ends with the period, as the population is counted
/// once. No row is a person, and a figure of a group from which the number of a small one follows, with what the report shows, is left out
/// (<see cref="GroupSecrecy"/>).
/// </summary>
internal sealed class ParticipationMeasures(CommuneContext db, Undertakings undertakings, CurrentCommune commune) : IMeasureSource
{
    public const string Participants = "participation.participants";
    public const string Rate = "participation.rate";
    public const string Women = "participation.women-share";
    public const string Youth = "participation.youth-share";
    public const string Under18 = "participation.age-under-18-share";
    public const string From18To34 = "participation.age-18-34-share";
    public const string From35To59 = "participation.age-35-59-share";
    public const string From60 = "participation.age-60-share";
    public const string Vulnerable = "participation.vulnerable";
    public const string Associations = "participation.associations";
    public const string Paper = "participation.paper-contributions";
    public const string Proposals = "participation.proposals";
    public const string Answered = "participation.answered-share";
    public const string CarriedOut = "participation.carried-out-share";
    public const string TakenUp = "participation.taken-up-share";
    public const string AnswerDays = "participation.answer-days";
    public const string InTime = "participation.answered-in-time-share";
    public const string Processes = "participation.processes";

    private const string AgePrefix = "Age_";

    /// <summary>Morocco is an hour ahead of UTC, or in Ramadan at it: only in this hour can its day be another one.</summary>
    private const int LastHour = 23;

    // Asked of every commune each month, and most have had no consultation: nothing else is asked of those.
    private static readonly Func<CommuneContext, CancellationToken, Task<List<Announced>>> AllAnnounced = Prepared.Query(
        (CommuneContext db) => db.Set<Consultation>()
            .Where(consultation => consultation.AnnouncedAt != null)
            .OrderBy(consultation => consultation.ClosesAt).ThenBy(consultation => consultation.Id)
            .Select(consultation => new Announced(consultation.Id, consultation.Slug, consultation.Title, consultation.ClosesAt, consultation.AnswersBy)));

    private static readonly Func<CommuneContext, DateTime, DateTime, CancellationToken, Task<List<Process>>> PublishedIn = Prepared.Query(
        (CommuneContext db, DateTime from, DateTime until) => db.Set<Process>().AsNoTracking()
            .Where(process => process.PublishedAt >= from && process.PublishedAt < until)
            .OrderBy(process => process.PublishedAt).ThenBy(process => process.Id));

    private static readonly Func<CommuneContext, DateTime, DateTime, CancellationToken, Task<List<Received>>> ReceivedBy = Prepared.Query(
        (CommuneContext db, DateTime from, DateTime until) => db.Set<Remark>()
            .Where(remark => remark.ReceivedAt < until && remark.State != RemarkState.Held
                && (remark.Kind == RemarkKind.Idea || remark.Kind == RemarkKind.Amendment || remark.Kind == RemarkKind.Note))
            .GroupBy(remark => new
            {
                remark.ConsultationId,
                InPeriod = remark.ReceivedAt >= from,
                Answered = remark.Decision != null && remark.Decision.PublishedAt != null && remark.Decision.PublishedAt < until,
                Became = remark.Decision != null ? remark.Decision.Became : null,
            })
            .Select(group => new Received(group.Key.ConsultationId, group.Key.InPeriod, group.Key.Answered, group.Key.Became, group.Count())));

    private static readonly MeasureDefinition[] Published =
    [
        new(Participants, 1, MeasureValue.Count, PeriodBehaviour.Flow),
        new(Rate, 2, MeasureValue.Percentage, PeriodBehaviour.Stock),
        new(Women, 3, MeasureValue.Percentage, PeriodBehaviour.Flow),
        new(Youth, 3, MeasureValue.Percentage, PeriodBehaviour.Flow),
        new(Under18, 1, MeasureValue.Percentage, PeriodBehaviour.Flow),
        new(From18To34, 1, MeasureValue.Percentage, PeriodBehaviour.Flow),
        new(From35To59, 1, MeasureValue.Percentage, PeriodBehaviour.Flow),
        new(From60, 1, MeasureValue.Percentage, PeriodBehaviour.Flow),
        new(Vulnerable, 2, MeasureValue.Count, PeriodBehaviour.Flow),
        new(Associations, 2, MeasureValue.Count, PeriodBehaviour.Flow),
        new(Paper, 1, MeasureValue.Count, PeriodBehaviour.Flow),
        new(Proposals, 2, MeasureValue.Count, PeriodBehaviour.Flow),
        new(Answered, 1, MeasureValue.Percentage, PeriodBehaviour.Stock),
        new(CarriedOut, 1, MeasureValue.Percentage, PeriodBehaviour.Stock),
        new(TakenUp, 1, MeasureValue.Percentage, PeriodBehaviour.Flow),
        new(AnswerDays, 2, MeasureValue.Ratio, PeriodBehaviour.Flow),
        new(InTime, 2, MeasureValue.Percentage, PeriodBehaviour.Flow),
        new(Processes, 1, MeasureValue.Count, PeriodBehaviour.Flow),
    ];

    public IReadOnlyList<MeasureDefinition> Measures => Published;

    public async Task<IReadOnlyDictionary<string, Measurement>> MeasureAsync(IReadOnlyCollection<string> keys, Period period, CancellationToken cancellation)
    {
        var definitions = keys.Select(Definition).ToList();
        var announced = definitions.Exists(definition => definition.Key != Processes) ? await AllAnnounced(db, cancellation) : [];
        var rounds = definitions.Exists(definition => IsOfRounds(definition.Key))
            ? await RoundsAsync(announced, definitions.Exists(definition => definition.Key == Rate) ? YearUntil(period) : period.Start, period.End, cancellation)
            : [];
        var proposed = definitions.Exists(definition => IsOfProposals(definition.Key)) ? await ProposedAsync(announced, period, cancellation) : [];
        var measured = new Dictionary<string, Measurement>();
        foreach (var definition in definitions)
        {
            measured[definition.Key] = Measurement.Of(
                definition, definition.Key == Processes ? await ProcessRowsAsync(period, cancellation) : Rows(definition.Key, period, rounds, proposed));
        }

        return measured;
    }

    public async Task<IReadOnlyList<MeasureRow>> RowsAsync(string key, Period period, CancellationToken cancellation) => Definition(key).Key switch
    {
        Processes => await ProcessRowsAsync(period, cancellation),
        var known when IsOfProposals(known) => Rows(known, period, [], await ProposedAsync(await AllAnnounced(db, cancellation), period, cancellation)),
        var known => Rows(
            known, period, await RoundsAsync(await AllAnnounced(db, cancellation), known == Rate ? YearUntil(period) : period.Start, period.End, cancellation), []),
    };

    private static bool IsOfProposals(string key) => key is Proposals or Answered or CarriedOut;

    private static bool IsOfRounds(string key) => key != Processes && !IsOfProposals(key);

    private MeasureDefinition Definition(string key) =>
        Measures.FirstOrDefault(measure => measure.Key == key) ?? throw new ArgumentException($"'{key}' is no measure of participation.", nameof(key));

    private static DateOnly YearUntil(Period period) => period.End.AddDays(1).AddYears(-1);

    private List<MeasureRow> Rows(string key, Period period, IReadOnlyList<Round> rounds, IReadOnlyList<Proposed> proposed)
    {
        if (IsOfProposals(key))
        {
            return [.. proposed.Select(one => Row(key, one)).OfType<MeasureRow>()];
        }

        var rows = rounds.Where(round => key == Rate || round.ClosedOn >= period.Start).Select(round => Row(key, round)).OfType<MeasureRow>().ToList();
        if (key == Rate && rows.Count > 0)
        {
            // The population is counted once, however many consultations there were.
            rows.Add(new MeasureRow("population", 0, commune.Value.Population, commune.Value.Name));
        }

        return rows;
    }

    private static MeasureRow? Row(string key, Round round) => key switch
    {
        Participants or Rate => Of(round, round.Participants, 0),
        Women => Of(round, round.Women),
        Youth => Of(round, ShareOf(round.Ages, AgeGroup.Under18, AgeGroup.From18To34)),
        Under18 => Of(round, ShareOf(round.Ages, AgeGroup.Under18)),
        From18To34 => Of(round, ShareOf(round.Ages, AgeGroup.From18To34)),
        From35To59 => Of(round, ShareOf(round.Ages, AgeGroup.From35To59)),
        From60 => Of(round, ShareOf(round.Ages, AgeGroup.From60)),
        Vulnerable => Of(round, round.Vulnerable),
        Associations => Of(round, round.Associations),
        Paper => Of(round, round.Paper, 0),
        TakenUp => Of(round, round.TakenUp, round.Answered),
        AnswerDays => Of(round, round.AnswerDays, round.Answered),
        _ => Of(round, round.InTime, round.Remarks),
    };

    private static MeasureRow? Row(string key, Proposed proposed) => key switch
    {
        Proposals => proposed.InPeriod == 0 ? null : Of(proposed, proposed.InPeriod, 0),
        Answered => Of(proposed, proposed.Answered, proposed.Received),
        _ => Of(proposed, proposed.CarriedOut, proposed.Received),
    };

    private static MeasureRow Of(Proposed proposed, decimal numerator, decimal denominator) =>
        new($"consultation:{proposed.Slug}", numerator, denominator, proposed.Title, $"/consultations/{proposed.Slug}/remarks");

    private static MeasureRow Of(Round round, decimal numerator, decimal denominator) =>
        new($"consultation:{round.Slug}", numerator, denominator, round.Title, $"/consultations/{round.Slug}/remarks", round.ClosedOn);

    private static MeasureRow? Of(Round round, Told? told) => told is { } known ? Of(round, known.Members, known.Of) : null;

    private async Task<IReadOnlyList<MeasureRow>> ProcessRowsAsync(Period period, CancellationToken cancellation)
    {
        var (from, until) = (MoroccoTime.ToUtc(period.Start), MoroccoTime.ToUtc(period.End.AddDays(1)));
        var processes = await PublishedIn(db, from, until, cancellation);
        return
        [
            .. processes.Select(process => new MeasureRow(
                $"process:{process.Slug}", 1, 0, process.Title, $"/processes/{process.Slug}", DateOnly.FromDateTime(MoroccoTime.FromUtc(process.PublishedAt!.Value)))),
        ];
    }

    /// <summary>
    /// Proposals are notes on cards, amendments and ideas, online and on paper, without what was held back. One counts as carried out when the activity or project that its
    /// answer says it became is done.
    /// </summary>
    private async Task<IReadOnlyList<Proposed>> ProposedAsync(IReadOnlyList<Announced> announced, Period period, CancellationToken cancellation)
    {
        var (from, until) = (MoroccoTime.ToUtc(period.Start), MoroccoTime.ToUtc(period.End.AddDays(1)));
        var groups = announced.Count == 0 ? [] : await ReceivedBy(db, from, until, cancellation);
        if (groups.Count == 0)
        {
            return [];
        }

        var became = groups.Where(group => group.Answered).Select(group => group.Became).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var done = await undertakings.CarriedOutAsync(became, period.End, cancellation);
        var ids = groups.Select(group => group.ConsultationId).ToHashSet();
        return
        [
            .. announced.Where(consultation => ids.Contains(consultation.Id)).Select(consultation =>
            {
                var own = groups.Where(group => group.ConsultationId == consultation.Id).ToList();
                return new Proposed(
                    consultation.Slug, consultation.Title, own.Sum(group => group.Count), own.Where(group => group.InPeriod).Sum(group => group.Count),
                    own.Where(group => group.Answered).Sum(group => group.Count),
                    own.Where(group => group.Answered && group.Became is { } key && done.Contains(key)).Sum(group => group.Count));
            }),
        ];
    }

    private async Task<IReadOnlyList<Round>> RoundsAsync(IReadOnlyList<Announced> announced, DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        var (from, until) = (MoroccoTime.ToUtc(first), MoroccoTime.ToUtc(last.AddDays(1)));
        var closed = announced.Where(consultation => consultation.ClosesAt >= from && consultation.ClosesAt < until).ToList();
        if (closed.Count == 0)
        {
            return [];
        }

        var ids = closed.Select(consultation => consultation.Id).ToList();
        var counted = db.Set<Remark>().AsNoTracking().Where(remark => ids.Contains(remark.ConsultationId) && (remark.State == RemarkState.Shown || remark.State == RemarkState.Waiting));
        var answers = db.Set<GivenAnswer>().AsNoTracking().Where(answer => ids.Contains(answer.ConsultationId) && answer.State != RemarkState.Held);
        var people = await counted.Select(remark => remark.Contribution.ParticipantId).Union(answers.Select(answer => answer.Contribution.ParticipantId))
            .Join(db.Set<Participant>(), id => id, person => person.Id, (_, person) => person)
            .GroupBy(person => new { person.ConsultationId, person.Kind, person.Gender, person.AgeGroup, person.Vulnerable })
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);
        var paper = await db.Set<Contribution>().AsNoTracking().Where(sent => ids.Contains(sent.ConsultationId) && sent.Channel == Channel.Paper)
            .GroupBy(sent => sent.ConsultationId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var remarks = await counted.Where(remark => remark.Kind != RemarkKind.Priority)
            .GroupBy(remark => new
            {
                remark.ConsultationId,
                Outcome = remark.Decision != null && remark.Decision.PublishedAt != null ? (Outcome?)remark.Decision.Outcome : null,
                Received = remark.ReceivedAt.Date,
                ReceivedLast = remark.ReceivedAt.Hour == LastHour,
                Answered = remark.Decision != null && remark.Decision.PublishedAt != null ? (DateTime?)remark.Decision.PublishedAt!.Value.Date : null,
                AnsweredLast = remark.Decision != null && remark.Decision.PublishedAt != null && remark.Decision.PublishedAt!.Value.Hour == LastHour,
            })
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);

        return
        [
            .. closed.Select(consultation =>
            {
                var took = people.Where(group => group.Key.ConsultationId == consultation.Id).ToList();
                var said = remarks.Where(group => group.Key.ConsultationId == consultation.Id).ToList();
                var answered = said.Where(group => group.Key.Outcome is not null).ToList();
                return new Round(
                    consultation.Slug, consultation.Title, DateOnly.FromDateTime(MoroccoTime.FromUtc(consultation.ClosesAt)),
                    took.Sum(group => group.Count),
                    Share(RoundFigures.Groups("Gender_", took.Select(group => ((object?)group.Key.Gender, group.Count))), "Gender_Woman"),
                    RoundFigures.Groups(AgePrefix, took.Select(group => ((object?)group.Key.AgeGroup, group.Count))),
                    Number(RoundFigures.Groups("Vulnerable_", took.Select(group => ((object?)group.Key.Vulnerable, group.Count))), "Vulnerable_True"),
                    Number(RoundFigures.Groups("Participant_", took.Select(group => ((object?)group.Key.Kind, group.Count))), "Participant_Association"),
                    paper.GetValueOrDefault(consultation.Id),
                    said.Sum(group => group.Count),
                    answered.Sum(group => group.Count),
                    answered.Where(group => group.Key.Outcome is Outcome.TakenUp or Outcome.TakenUpInPart).Sum(group => group.Count),
                    answered.Sum(group =>
                        group.Count * (Day(group.Key.Answered!.Value, group.Key.AnsweredLast).DayNumber - Day(group.Key.Received, group.Key.ReceivedLast).DayNumber)),
                    answered.Where(group => Day(group.Key.Answered!.Value, group.Key.AnsweredLast) <= consultation.AnswersBy).Sum(group => group.Count));
            }),
        ];
    }

    /// <summary>The day in Morocco of an instant of which the day in UTC is known, and whether it lies in the hour in which the one can be over and the other not.</summary>
    private static DateOnly Day(DateTime utcDay, bool inLastHour) => DateOnly.FromDateTime(MoroccoTime.FromUtc(utcDay.AddHours(inLastHour ? LastHour : 0)));

    private static Told? ShareOf(IReadOnlyList<(string Key, int Count)> ages, params AgeGroup[] members) => Share(ages, [.. members.Select(age => AgePrefix + age)]);

    private static Told? Share(IReadOnlyList<(string Key, int Count)> groups, params string[] members) =>
        GroupSecrecy.Share(groups, members.Contains) is { } share ? new(share.Members, share.Of) : null;

    private static Told? Number(IReadOnlyList<(string Key, int Count)> groups, params string[] members) => GroupSecrecy.MayTell(groups, members.Contains)
        ? new(groups.Where(group => members.Contains(group.Key)).Sum(group => group.Count), 0)
        : null;

    /// <param name="Of">Of how many; 0 where the number stands for itself.</param>
    private sealed record Told(int Members, int Of);

    /// <summary>What a consultation counts; of groups nothing where it would tell of one person. Days are whole ones of Morocco's calendar.</summary>
    private sealed record Round(
        string Slug, LocalizedText Title, DateOnly ClosedOn, int Participants, Told? Women, IReadOnlyList<(string Key, int Count)> Ages, Told? Vulnerable,
        Told? Associations, int Paper, int Remarks, int Answered, int TakenUp, int AnswerDays, int InTime);

    /// <summary>A consultation without what it asks.</summary>
    private sealed record Announced(int Id, string Slug, LocalizedText Title, DateTime ClosesAt, DateOnly AnswersBy);

    /// <summary>How many proposals of a consultation are alike in what counts of them.</summary>
    private sealed record Received(int ConsultationId, bool InPeriod, bool Answered, string? Became, int Count);

    /// <summary>What was proposed in a consultation by the end of the period.</summary>
    private sealed record Proposed(string Slug, LocalizedText Title, int Received, int InPeriod, int Answered, int CarriedOut);
}
