using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Decisions;
using Platform.Participation.Questions;

namespace Platform.Participation.Contributions.Following;

/// <summary>Finds contributions again, for those who sent them: by ticket, by tracking code, by account.</summary>
internal sealed class Follower(CommuneContext db, CurrentCommune commune, INeighbourhoods neighbourhoods, TimeProvider time)
{
    /// <summary>Of one person; whoever says more has them in the inbox of the desk.</summary>
    private const int Most = 200;

    public async Task<FollowedContribution?> ByTicketAsync(string ticket, CancellationToken cancellation)
    {
        var digest = Tracking.DigestOfTicket(ticket);
        return await ReadAsync(db.Set<Contribution>().Where(contribution => contribution.TicketDigest == digest), cancellation) is [var found, ..] ? found : null;
    }

    public async Task<FollowedContribution?> ByCodeAsync(string code, CancellationToken cancellation)
    {
        var digest = Tracking.DigestOfCode(code);
        return await ReadAsync(db.Set<Contribution>().Where(contribution => contribution.TrackingDigest == digest), cancellation) is [var found, ..] ? found : null;
    }

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<FollowedContribution>> OfAccountAsync(int account, CancellationToken cancellation) =>
        ReadAsync(db.Set<Contribution>().Where(contribution => contribution.Participant.Account == account), cancellation);

    private async Task<IReadOnlyList<FollowedContribution>> ReadAsync(IQueryable<Contribution> which, CancellationToken cancellation)
    {
        var contributions = await which.AsNoTracking().OrderByDescending(contribution => contribution.Id).Take(Most).Include(contribution => contribution.Participant)
            .ToListAsync(cancellation);
        if (contributions.Count == 0)
        {
            return [];
        }

        var ids = contributions.Select(contribution => contribution.Id).ToList();
        var about = contributions.Select(contribution => contribution.ConsultationId).Distinct().ToList();
        var consultations = await db.Set<Consultation>().AsNoTracking().Where(one => about.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        var remarks = (await db.Set<Remark>().AsNoTracking().Where(remark => ids.Contains(remark.ContributionId)).OrderBy(remark => remark.Id)
            .Include(remark => remark.Matter).Include(remark => remark.Decision).ToListAsync(cancellation)).ToLookup(remark => remark.ContributionId);
        var heads = await HeadsAsync(remarks.SelectMany(group => group), cancellation);
        var answers = await AnswersAsync(ids, cancellation);
        var now = time.UtcNow();
        return [.. contributions.Select(contribution =>
        {
            var consultation = consultations[contribution.ConsultationId];
            var participant = contribution.Participant;
            return new FollowedContribution(
                contribution.Id, contribution.NumberIn(Reception.YearOf(contribution.ReceivedAt)), commune.Value.Address, consultation.Slug, consultation.Title,
                consultation.PhaseAt(now), contribution.ReceivedAt, consultation.AnswersBy, participant.Mail is not null, participant.Name is not null,
                participant.ErasedAt is not null, participant.Account, contribution.Channel, [.. remarks[contribution.Id].Select(remark => Of(remark, heads))],
                [.. answers[contribution.Id]]);
        })];
    }

    /// <summary>Answers to questions, by contribution and in the order of the form.</summary>
    private async Task<ILookup<int, FollowedAnswer>> AnswersAsync(List<int> contributions, CancellationToken cancellation)
    {
        var given = await db.Set<GivenAnswer>().AsNoTracking().Where(answer => contributions.Contains(answer.ContributionId))
            .Include(answer => answer.Question).ThenInclude(question => question.Options).ToListAsync(cancellation);
        var places = given.Exists(answer => answer.Question.Kind == QuestionKind.Neighbourhood)
            ? (await neighbourhoods.AllAsync(cancellation)).ToDictionary(place => place.Id, place => place.Name)
            : [];
        return given.OrderBy(answer => answer.Question.Position).ThenBy(answer => answer.Choice).ToLookup(answer => answer.ContributionId, answer => new FollowedAnswer(
            answer.Question.Position, answer.Question.Text, answer.Choice,
            answer.Question.Kind == QuestionKind.Neighbourhood
                ? places.GetValueOrDefault(answer.Choice ?? 0)
                : answer.Question.Options.Find(option => option.Number == answer.Choice)?.Text,
            answer.Text, answer.State, answer.HeldFor, answer.HeldNote));
    }

    /// <summary>Sections and cards that paragraphs and fields belong to, by consultation and key.</summary>
    private async Task<Dictionary<(int, string), Matter>> HeadsAsync(IEnumerable<Remark> remarks, CancellationToken cancellation)
    {
        var parts = remarks.Where(remark => remark.Matter is { ParentKey: not null }).Select(remark => remark.Matter!).ToList();
        var (consultations, keys) = (parts.Select(part => part.ConsultationId).Distinct().ToList(), parts.Select(part => part.ParentKey!).Distinct().ToList());
        return await db.Set<Matter>().AsNoTracking().Where(matter => consultations.Contains(matter.ConsultationId) && keys.Contains(matter.Key))
            .ToDictionaryAsync(matter => (matter.ConsultationId, matter.Key), cancellation);
    }

    private static FollowedRemark Of(Remark remark, Dictionary<(int, string), Matter> heads)
    {
        var head = remark.Matter is { ParentKey: { } parent } part ? heads.GetValueOrDefault((part.ConsultationId, parent)) : remark.Matter;
        return new(
            remark.Id, remark.Kind, remark.Matter, head?.Title, remark.Matter?.Field, remark.Text, remark.Proposed, remark.Matter?.Text, remark.Rank, remark.State,
            remark.HeldFor, remark.HeldNote, remark.Supports, remark.Decision is { PublishedAt: not null } decision ? decision : null);
    }
}
