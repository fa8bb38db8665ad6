using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;

namespace Platform.Participation.Decisions;

/// <summary>How often each field of a card was spoken of. What is said of the card without a field counts as other.</summary>
internal sealed record SpokenCard(string Key, string? Number, LocalizedText? Title, IReadOnlyDictionary<CardField, int> Remarks);

/// <summary>Counts what was said of the fields of cards, in one query. What was held back counts nowhere.</summary>
internal sealed class CardCounter(CommuneContext db)
{
    /// <returns>Cards of which something was said, in the order of the document.</returns>
    public async Task<IReadOnlyList<SpokenCard>> CountAsync(Consultation consultation, IReadOnlyList<Matter> matters, CancellationToken cancellation)
    {
        var said = await db.Set<Remark>().AsNoTracking()
            .Where(remark => remark.ConsultationId == consultation.Id && remark.State != RemarkState.Held && remark.Kind == RemarkKind.Note && remark.MatterId != null)
            .GroupBy(remark => remark.MatterId!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var heads = matters.StandingHeads();
        return
        [
            .. matters.GroupBy(matter => heads[matter.Id]).Where(card => card.Key.Kind is MatterKind.Card or MatterKind.Idea)
                .OrderBy(card => card.Key.Position)
                .Select(card => new SpokenCard(
                    card.Key.Key, card.Key.Number, card.Key.Title,
                    card.GroupBy(part => part.Field ?? CardField.Other).ToDictionary(field => field.Key, field => field.Sum(part => said.GetValueOrDefault(part.Id)))))
                .Where(card => card.Remarks.Values.Sum() > 0),
        ];
    }
}
