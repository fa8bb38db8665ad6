using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;

namespace Platform.Participation.Decisions;

/// <summary>
/// How often each field of a card was spoken of. What is said of the card without a field counts as other; what is said of an idea that was put together with
/// another counts with the other.
/// </summary>
internal sealed record SpokenCard(string Key, string? Number, LocalizedText? Title, IReadOnlyDictionary<CardField, int> Remarks)
{
    /// <summary>The ideas that stand together on it, its own first; none where it is one alone. Their authors are asked for when it is shown: who has a name removed is named nowhere.</summary>
    public IReadOnlyList<IdeaOnCard> Ideas { get; init; } = [];
}

/// <param name="Remark">Number of the remark that brought it in.</param>
internal sealed record IdeaOnCard(int Remark, LocalizedText? Title);

/// <summary>Counts what was said of the fields of cards, in one query, and one more where ideas were put together. What was held back counts nowhere.</summary>
internal sealed class CardCounter(CommuneContext db)
{
    /// <returns>Cards of which something was said, in the order of the document.</returns>
    public async Task<IReadOnlyList<SpokenCard>> CountAsync(Consultation consultation, IReadOnlyList<Matter> matters, CancellationToken cancellation)
    {
        var said = await db.Set<Remark>().AsNoTracking()
            .Where(remark => remark.ConsultationId == consultation.Id && remark.State != RemarkState.Held && remark.Kind == RemarkKind.Note && remark.MatterId != null)
            .GroupBy(remark => remark.MatterId!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var heads = matters.StandingHeads();
        var cards = matters.GroupBy(matter => heads[matter.Id]).Where(card => card.Key.Kind is MatterKind.Card or MatterKind.Idea).OrderBy(card => card.Key.Position).ToList();
        var together = cards.ToDictionary(
            card => card.Key, card => card.Where(part => part.ParentKey is null && part.Kind == MatterKind.Idea).OrderBy(head => head != card.Key).ThenBy(head => head.Position).ToList());
        var ideas = await IdeasAsync(consultation, [.. together.Values.Where(card => card.Count > 1).SelectMany(card => card).Select(head => head.Id)], cancellation);
        return
        [
            .. cards.Select(card => new SpokenCard(
                    card.Key.Key, card.Key.Number, card.Key.Title,
                    card.GroupBy(part => part.Field ?? CardField.Other).ToDictionary(field => field.Key, field => field.Sum(part => said.GetValueOrDefault(part.Id))))
                {
                    Ideas = [.. together[card.Key].Where(head => ideas.ContainsKey(head.Id)).Select(head => new IdeaOnCard(ideas[head.Id], head.Title))],
                })
                .Where(card => card.Remarks.Values.Sum() > 0 || card.Ideas.Count > 1),
        ];
    }

    /// <summary>How each author wanted to be shown, by the remark that brought an idea in; nothing of one that was held back since.</summary>
    public async Task<IReadOnlyDictionary<int, Participant>> AuthorsAsync(IReadOnlyList<SpokenCard> cards, CancellationToken cancellation)
    {
        var remarks = cards.SelectMany(card => card.Ideas).Select(idea => idea.Remark).ToList();
        return remarks.Count == 0
            ? new Dictionary<int, Participant>()
            : await db.Set<Remark>().AsNoTracking().Where(remark => remarks.Contains(remark.Id) && remark.State == RemarkState.Shown)
                .Select(remark => new { remark.Id, remark.Contribution.Participant }).ToDictionaryAsync(one => one.Id, one => one.Participant, cancellation);
    }

    private async Task<Dictionary<int, int>> IdeasAsync(Consultation consultation, List<int> matters, CancellationToken cancellation) => matters.Count == 0
        ? []
        : await db.Set<Remark>().AsNoTracking()
            .Where(remark => remark.ConsultationId == consultation.Id && remark.Kind == RemarkKind.Idea && remark.State == RemarkState.Shown && remark.MatterId != null && matters.Contains(remark.MatterId.Value))
            .ToDictionaryAsync(remark => remark.MatterId!.Value, remark => remark.Id, cancellation);
}
