using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;
using Platform.Kernel.Text;
using Platform.Participation.Contributions;

namespace Platform.Participation.Consultations;

/// <summary>News of consultations: announced, open, kept open longer, closed, answered, reported. What comes to pass by the clock is news at its instant.</summary>
internal sealed class ConsultationNews(CommuneContext db) : INewsSource
{
    public string Kind => "consultation";

    public Feature Feature => Feature.Consultations;

    public async Task<IReadOnlyList<NewsSubject>> SubjectsAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        [.. (await Of(keys).OrderBy(consultation => consultation.Id).ToListAsync(cancellation)).Select(consultation => new NewsSubject(KeyOf(consultation), consultation.Title, LinkOf(consultation)))];

    public Task<IReadOnlyList<NewsItem>> NewsAsync(IReadOnlyCollection<string> keys, DateTime from, DateTime until, CancellationToken cancellation) =>
        ReadAsync(Of(keys), KeyOf, from, until, cancellation);

    /// <summary>The news of some consultations, as news of what they belong to.</summary>
    public async Task<IReadOnlyList<NewsItem>> ReadAsync(
        IQueryable<Consultation> which, Func<Consultation, string> subjectOf, DateTime from, DateTime until, CancellationToken cancellation)
    {
        var consultations = await which.Where(consultation => consultation.AnnouncedAt < until).OrderBy(consultation => consultation.Id).ToListAsync(cancellation);
        if (consultations.Count == 0)
        {
            return [];
        }

        var ids = consultations.ConvertAll(consultation => consultation.Id);
        var extensions = await db.Set<Extension>().AsNoTracking()
            .Where(extension => ids.Contains(extension.ConsultationId) && extension.DecidedAt >= from && extension.DecidedAt < until)
            .OrderBy(extension => extension.Id).ToListAsync(cancellation);
        var answers = await db.Set<Remark>().AsNoTracking()
            .Where(remark => ids.Contains(remark.ConsultationId) && remark.State == RemarkState.Shown
                && remark.Decision!.PublishedAt >= from && remark.Decision.PublishedAt < until)
            .GroupBy(remark => remark.ConsultationId)
            .Select(group => new { Consultation = group.Key, Count = group.Count(), At = group.Max(remark => remark.Decision!.PublishedAt!.Value) })
            .ToListAsync(cancellation);

        var news = new List<NewsItem>();
        foreach (var consultation in consultations)
        {
            var (subject, link, announced) = (subjectOf(consultation), LinkOf(consultation), consultation.AnnouncedAt!.Value);
            if (announced < consultation.OpensAt)
            {
                Add("announced", announced, Word("NewsAnnounced", consultation.OpensAt, consultation.ClosesAt));
            }

            Add("opens", announced < consultation.OpensAt ? consultation.OpensAt : announced, Word("NewsOpened", consultation.ClosesAt));
            Add("closes", consultation.ClosesAt, Word("NewsClosed"));
            Add("reported", consultation.ReportedAt, Word("NewsReported"), link + "/report");
            foreach (var extension in extensions.Where(extension => extension.ConsultationId == consultation.Id))
            {
                Add(string.Create(CultureInfo.InvariantCulture, $"extended-{extension.Id}"), extension.DecidedAt, Word("NewsExtended", extension.Until));
            }

            foreach (var answer in answers.Where(answer => answer.Consultation == consultation.Id))
            {
                Add("answers", answer.At, Word("NewsAnswers", answer.Count), link + "/remarks");
            }

            void Add(string id, DateTime? at, LocalizedText what, string? where = null)
            {
                if (at >= from && at < until)
                {
                    news.Add(new($"{KeyOf(consultation)}:{id}", subject, at.Value, BothLanguages.Of(typeof(ConsultationTexts), "NewsOf", what, consultation.Title), where ?? link));
                }
            }
        }

        return news;
    }

    private static string KeyOf(Consultation consultation) => "consultation:" + consultation.Slug;

    private static string LinkOf(Consultation consultation) => "/consultations/" + consultation.Slug;

    private static LocalizedText Word(string key, params object[] values) => BothLanguages.Of(typeof(ConsultationTexts), key, values);

    private IQueryable<Consultation> Of(IReadOnlyCollection<string> keys)
    {
        var slugs = keys.NamesOf(Kind);
        return db.Set<Consultation>().AsNoTracking().Where(consultation => consultation.AnnouncedAt != null && slugs.Contains(consultation.Slug));
    }
}
