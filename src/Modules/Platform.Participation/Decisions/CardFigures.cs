using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;

namespace Platform.Participation.Decisions;

/// <summary>How often each field of a card was spoken of. What is said of the card without a field counts as other.</summary>
internal sealed record SpokenCard(string Key, string? Number, LocalizedText? Title, IReadOnlyDictionary<CardField, int> Remarks);

/// <summary>Where those who put the cards in order placed one.</summary>
/// <param name="People">How many gave it a place.</param>
/// <param name="First">How many of them the first.</param>
/// <param name="Points">For a first place as many as there are cards, for the second one less, and so on.</param>
internal sealed record PlacedCard(string? Number, LocalizedText? Title, int People, int First, int Points);

/// <summary>What a round said card by card.</summary>
/// <param name="Spoken">In the order of the document.</param>
/// <param name="Order">The card with the most points first.</param>
internal sealed record CardFigures(IReadOnlyList<SpokenCard> Spoken, IReadOnlyList<PlacedCard> Order)
{
    public static CardFigures None { get; } = new([], []);
}

/// <summary>Counts what was said of the fields of cards, and the order in which people put them; two queries. What was held back counts nowhere.</summary>
internal sealed class CardCounter(CommuneContext db)
{
    public async Task<CardFigures> CountAsync(Consultation consultation, IReadOnlyList<Matter> matters, CancellationToken cancellation)
    {
        var counted = db.Set<Remark>().AsNoTracking()
            .Where(remark => remark.ConsultationId == consultation.Id && remark.State != RemarkState.Held && remark.MatterId != null);
        var said = await counted.Where(remark => remark.Kind == RemarkKind.Note)
            .GroupBy(remark => remark.MatterId!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var placed = await counted.Where(remark => remark.Kind == RemarkKind.Priority && remark.Rank != null)
            .GroupBy(remark => new { Matter = remark.MatterId!.Value, Rank = remark.Rank!.Value }).Select(group => new { group.Key.Matter, group.Key.Rank, Count = group.Count() })
            .ToListAsync(cancellation);

        var parts = matters.Where(matter => matter.ParentKey is not null).ToLookup(matter => matter.ParentKey!, StringComparer.Ordinal);
        var heads = matters.Where(matter => matter.ParentKey is null).ToList();
        var cards = heads.Where(head => head.Kind is MatterKind.Card or MatterKind.Idea).ToList();

        // As the form has it: the cards that were there from the beginning, or the sections of a text.
        var places = heads.Count(head => head.Kind == MatterKind.Card) is > 0 and var there ? there : heads.Count(head => head.Kind == MatterKind.Section);
        return new(
            [
                .. cards
                    .Select(card => new SpokenCard(
                        card.Key, card.Number, card.Title,
                        parts[card.Key].Prepend(card).GroupBy(part => part.Field ?? CardField.Other)
                            .ToDictionary(field => field.Key, field => field.Sum(part => said.GetValueOrDefault(part.Id)))))
                    .Where(card => card.Remarks.Values.Sum() > 0),
            ],
            [
                .. heads
                    .Select(head => (Head: head, Rows: placed.Where(row => row.Matter == head.Id).ToList()))
                    .Where(head => head.Rows.Count > 0)
                    .Select(head => new PlacedCard(
                        head.Head.Number, head.Head.Title, head.Rows.Sum(row => row.Count), head.Rows.Where(row => row.Rank == 1).Sum(row => row.Count),
                        head.Rows.Sum(row => row.Count * Math.Max(0, places + 1 - row.Rank))))
                    .OrderByDescending(card => card.Points).ThenByDescending(card => card.First),
            ]);
    }
}
