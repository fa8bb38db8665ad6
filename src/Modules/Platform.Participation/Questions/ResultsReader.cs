using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;

namespace Platform.Participation.Questions;

/// <summary>What came of a consultation's questions and priorities, with nothing in it that shows a person.</summary>
/// <param name="People">How many answered the questions; none where so few did that it is not told.</param>
/// <param name="Texts">How many words were read and may be shown, by question.</param>
/// <param name="Priorities">None where nothing is put in order.</param>
/// <param name="IsInterim">Counted while answers still come in: only in groups of people, the last ones left out.</param>
internal sealed record RoundResults(
    int? People, IReadOnlyList<QuestionFigures> Questions, IReadOnlyDictionary<int, int> Texts, PriorityFigures? Priorities, IReadOnlyDictionary<int, LocalizedText> Neighbourhoods,
    bool IsInterim)
{
    public LocalizedText? NameOf(Question question, int choice) => question.Kind == QuestionKind.Neighbourhood
        ? Neighbourhoods.GetValueOrDefault(choice)
        : question.Options.Find(option => option.Number == choice)?.Text;
}

/// <summary>
/// Counts questions and priorities; so many queries, however many people answered. Of one person the first answers count: whoever answered online and on paper,
/// or signed in later and claimed what was sent before, is one. While the consultation is open, figures move by five people at once, and the last five to nine
/// are left out: whoever looks twice cannot tell what one person answered in between, not on the day of closing either.
/// </summary>
internal sealed class ResultsReader(CommuneContext db, QuestionReader questions, INeighbourhoods neighbourhoods)
{
    public const int TextsOnPage = 25;

    /// <summary>Whether the public may see results at this instant.</summary>
    public static bool AreShown(Consultation consultation, DateTime now) => consultation.PhaseAt(now) switch
    {
        ConsultationPhase.Answering or ConsultationPhase.Reported => true,
        ConsultationPhase.Open => consultation.ShowsResultsWhileOpen,
        _ => false,
    };

    /// <summary>Whether there can be any: it asks questions, or for an order.</summary>
    public static bool CanHave(Consultation consultation) => consultation.TakesPriorities || consultation.Questions.Count > 0;

    public async Task<RoundResults> ReadAsync(Consultation consultation, DateTime now, CancellationToken cancellation) =>
        await FiguresAsync(consultation, await CountAsync(consultation, now, cancellation), cancellation);

    /// <summary>What is counted; it holds small groups too, and is shown to nobody but as <see cref="FiguresAsync"/>.</summary>
    public async Task<ResultCounts> CountAsync(Consultation consultation, DateTime now, CancellationToken cancellation)
    {
        var isInterim = consultation.PhaseAt(now) == ConsultationPhase.Open;
        var answers = await CountedAsync(consultation, isInterim, cancellation);
        var people = await answers.Select(answer => answer.ContributionId).Distinct().CountAsync(cancellation);
        var answered = await answers.Select(answer => new { answer.QuestionId, answer.ContributionId }).Distinct()
            .GroupBy(answer => answer.QuestionId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var chosen = await answers.Where(answer => answer.Choice != null).GroupBy(answer => new { answer.QuestionId, Choice = answer.Choice!.Value })
            .Select(group => new CountOf(group.Key.QuestionId, group.Key.Choice, group.Count())).ToListAsync(cancellation);
        var texts = await answers.Where(answer => answer.Text != null && answer.State == RemarkState.Shown).GroupBy(answer => answer.QuestionId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var (ordering, ranks) = consultation.TakesPriorities ? await RanksAsync(consultation, isInterim, cancellation) : (0, []);
        return new(people, answered, chosen, texts, ordering, ranks, isInterim);
    }

    /// <summary>The figures of what was counted, small groups held back.</summary>
    public async Task<RoundResults> FiguresAsync(Consultation consultation, ResultCounts counts, CancellationToken cancellation)
    {
        var form = await questions.FillAsync(consultation, cancellation);
        var places = form.All.Any(question => question.Kind == QuestionKind.Neighbourhood)
            ? (await neighbourhoods.AllAsync(cancellation)).ToDictionary(place => place.Id, place => place.Name)
            : [];
        return new(
            SmallGroups.IsSmall(counts.People) ? null : counts.People,
            QuestionFigures.Of(form.All, counts.Answered, counts.Chosen.ToDictionary(count => (count.Of, count.Given), count => count.People)), counts.Texts,
            consultation.TakesPriorities
                ? PriorityFigures.Of(
                    await ThingsAsync(consultation, cancellation), counts.Ordering, counts.Ranks.ToDictionary(count => (count.Of, count.Given), count => count.People))
                : null,
            places, counts.IsInterim);
    }

    /// <summary>Words that were read and may be shown, by chance and not as they came. None of a question that hangs on an answer whose figure is held back.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync(Consultation consultation, QuestionFigures question, DateTime now, int page, CancellationToken cancellation) =>
        question is { IsHeldBack: true, Question.After: not null }
            ? []
            : await (await CountedAsync(consultation, consultation.PhaseAt(now) == ConsultationPhase.Open, cancellation))
                .Where(answer => answer.QuestionId == question.Question.Id && answer.Text != null && answer.State == RemarkState.Shown)
                .OrderBy(answer => answer.Shuffle).ThenBy(answer => answer.Id).Skip((page - 1) * TextsOnPage).Take(TextsOnPage)
                .Select(answer => answer.Text!).ToListAsync(cancellation);

    private async Task<IQueryable<GivenAnswer>> CountedAsync(Consultation consultation, bool isInterim, CancellationToken cancellation)
    {
        // Words that were held back count as answers still; a sheet that was left out does not.
        var all = db.Set<GivenAnswer>().AsNoTracking().Where(answer => answer.ConsultationId == consultation.Id && answer.LeftOutAt == null);
        var firsts = await InGroupsAsync(all.GroupBy(answer => answer.Contribution.ParticipantId).Select(group => group.Min(answer => answer.ContributionId)), isInterim, cancellation);
        return all.Where(answer => firsts.Contains(answer.ContributionId));
    }

    private async Task<IReadOnlyList<Matter>> ThingsAsync(Consultation consultation, CancellationToken cancellation) => PriorityFigures.ThingsOf(
        await db.Set<Matter>().AsNoTracking().Where(matter => matter.ConsultationId == consultation.Id && matter.ParentKey == null).ToListAsync(cancellation));

    private async Task<(int People, IReadOnlyList<CountOf> Ranks)> RanksAsync(Consultation consultation, bool isInterim, CancellationToken cancellation)
    {
        var all = db.Set<Remark>().AsNoTracking()
            .Where(remark => remark.ConsultationId == consultation.Id && remark.Kind == RemarkKind.Priority && remark.State == RemarkState.Shown && remark.MatterId != null && remark.Rank != null);
        var firsts = await InGroupsAsync(all.GroupBy(remark => remark.Contribution.ParticipantId).Select(group => group.Min(remark => remark.ContributionId)), isInterim, cancellation);
        var ranks = await all.Where(remark => firsts.Contains(remark.ContributionId))
            .GroupBy(remark => new { Matter = remark.MatterId!.Value, Rank = remark.Rank!.Value })
            .Select(group => new CountOf(group.Key.Matter, group.Key.Rank, group.Count())).ToListAsync(cancellation);
        return (await firsts.CountAsync(cancellation), ranks);
    }

    /// <summary>The first contributions of each person: all of them, or as many as may be counted while more come in.</summary>
    private static async Task<IQueryable<int>> InGroupsAsync(IQueryable<int> firsts, bool isInterim, CancellationToken cancellation)
    {
        if (!isInterim)
        {
            return firsts;
        }

        var counted = InGroups(await firsts.CountAsync(cancellation));
        var last = counted == 0 ? 0 : await firsts.OrderBy(id => id).Skip(counted - 1).FirstAsync(cancellation);
        return firsts.Where(id => id <= last);
    }

    /// <summary>How many of so many people are counted while more come in: whole groups, without the last whole one.</summary>
    public static int InGroups(int people) => Math.Max(0, (people / Participant.SmallGroup) - 1) * Participant.SmallGroup;
}
