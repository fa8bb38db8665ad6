using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;

namespace Platform.Participation.Decisions;

/// <summary>News of a remark or an idea that everybody can read: the commune has answered it.</summary>
internal sealed class RemarkNews(CommuneContext db) : INewsSource
{
    public string Kind => "remark";

    public Feature Feature => Feature.Consultations;

    public static string KeyOf(int remark) => string.Create(CultureInfo.InvariantCulture, $"remark:{remark}");

    public async Task<IReadOnlyList<NewsSubject>> SubjectsAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
    [
        .. (await Of(keys).Select(pair => new { pair.Remark.Id, Idea = pair.Remark.Kind == RemarkKind.Idea ? pair.Remark.Matter!.Title : null, pair.Consultation.Title, pair.Consultation.Slug })
                .ToListAsync(cancellation))
            .Select(remark => new NewsSubject(KeyOf(remark.Id), NameOf(remark.Id, remark.Idea, remark.Title), LinkOf(remark.Slug, remark.Id))),
    ];

    public async Task<IReadOnlyList<NewsItem>> NewsAsync(IReadOnlyCollection<string> keys, DateTime from, DateTime until, CancellationToken cancellation) =>
    [
        .. (await Of(keys).Where(pair => pair.Remark.Decision!.PublishedAt >= from && pair.Remark.Decision.PublishedAt < until)
                .Select(pair => new { pair.Remark.Id, pair.Consultation.Slug, pair.Remark.Decision!.Outcome, At = pair.Remark.Decision.PublishedAt!.Value, Decision = pair.Remark.Decision.Id })
                .ToListAsync(cancellation))
            .Select(answer => new NewsItem(
                string.Create(CultureInfo.InvariantCulture, $"answer:{answer.Decision}:{answer.Id}"), KeyOf(answer.Id), answer.At,
                Word("NewsAnswered", Word("Outcome_" + answer.Outcome)), LinkOf(answer.Slug, answer.Id))),
    ];

    private static string LinkOf(string slug, int id) => string.Create(CultureInfo.InvariantCulture, $"/consultations/{slug}/remarks/{id}");

    private static LocalizedText NameOf(int id, LocalizedText? idea, LocalizedText consultation) => Word("NewsSubject", idea ?? Word("RemarkNumber", id), consultation);

    private static LocalizedText Word(string key, params object[] values) => BothLanguages.Of(typeof(DecisionsTexts), key, values);

    private IQueryable<Shown> Of(IReadOnlyCollection<string> keys)
    {
        var ids = keys.NamesOf(Kind).Select(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).ToList();
        return from remark in db.Set<Remark>().AsNoTracking()
               join consultation in db.Set<Consultation>() on remark.ConsultationId equals consultation.Id
               where ids.Contains(remark.Id) && remark.State == RemarkState.Shown && consultation.AnnouncedAt != null
               orderby remark.Id
               select new Shown { Remark = remark, Consultation = consultation };
    }

    private sealed class Shown
    {
        public Remark Remark { get; init; } = null!;

        public Consultation Consultation { get; init; } = null!;
    }
}
