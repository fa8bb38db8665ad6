using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;
using Platform.Kernel.Time;
using Platform.Ui;

namespace Platform.Participation.Consultations;

/// <summary>What consultations tell the home page, the feed and the site map: what is announced, kept open longer, open now.</summary>
internal sealed class ConsultationChanges(CommuneContext db, CurrentCommune commune, TimeProvider time, IStringLocalizer<ConsultationTexts> texts)
    : IChangeSource, ISitemapSource, IOpenNowSource
{
    private bool IsOn => commune.Value.Profile.ModeOf(Feature.Consultations) == FeatureMode.Native;

    public async Task<IReadOnlyList<Change>> LatestAsync(int count, CancellationToken cancellation)
    {
        if (!IsOn)
        {
            return [];
        }

        var announced = await db.Set<Consultation>().AsNoTracking()
            .Where(consultation => consultation.AnnouncedAt != null)
            .OrderByDescending(consultation => consultation.AnnouncedAt)
            .Take(count)
            .ToListAsync(cancellation);
        var extended = await (
            from extension in db.Set<Extension>()
            join consultation in db.Set<Consultation>() on extension.ConsultationId equals consultation.Id
            where consultation.AnnouncedAt != null
            orderby extension.DecidedAt descending, extension.Id descending
            select new { extension.Id, extension.DecidedAt, extension.Until, consultation.Title, consultation.Slug })
            .AsNoTracking()
            .Take(count)
            .ToListAsync(cancellation);
        return
        [
            .. announced.Select(consultation => new Change(
                    $"consultation:{consultation.Slug}", consultation.AnnouncedAt!.Value, texts["ChangeAnnounced", Formats.Instant(consultation.ClosesAt)], consultation.Title,
                    Link(consultation.Slug)))
                .Concat(extended.Select(extension => new Change(
                    $"extension:{extension.Id}", extension.DecidedAt, texts["ChangeExtended", Formats.Instant(extension.Until)], extension.Title, Link(extension.Slug))))
                .OrderByDescending(change => change.At)
                .Take(count),
        ];
    }

    public async Task<IReadOnlyList<SitemapPage>> PagesAsync(CancellationToken cancellation) => !IsOn
        ? []
        : await db.Set<Consultation>().AsNoTracking()
            .Where(consultation => consultation.AnnouncedAt != null)
            .OrderBy(consultation => consultation.Slug)
            .Select(consultation => new SitemapPage("/consultations/" + consultation.Slug, null))
            .ToListAsync(cancellation);

    public async Task<OpenList> OpenNowAsync(CancellationToken cancellation)
    {
        if (!IsOn)
        {
            return new([], null);
        }

        var now = time.UtcNow();
        var soon = await db.Set<Consultation>().AsNoTracking()
            .Where(consultation => consultation.AnnouncedAt != null && consultation.ClosesAt > now)
            .OrderBy(consultation => consultation.ClosesAt)
            .ToListAsync(cancellation);
        var surveys = await db.Set<Consultation>().SurveysAmongAsync(soon, cancellation);
        return new(
            [
                .. soon.Where(consultation => consultation.OpensAt <= now)
                    .Select(consultation => new OpenNow(texts[surveys.Contains(consultation.Id) ? "Survey" : "Consultation"], consultation.Title, consultation.ClosesAt, Link(consultation.Slug))),
            ],
            soon.NextChange(now));
    }

    private static string Link(string slug) => "/consultations/" + slug;
}
