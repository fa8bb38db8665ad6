using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;
using Platform.Kernel.Time;
using Platform.Ui;

namespace Platform.Participation.Meetings;

/// <summary>What meetings tell the home page, the feed and the site map: where people can go soon, what was announced, put off, cancelled, told.</summary>
internal sealed class MeetingChanges(CommuneContext db, CurrentCommune commune, MeetingReader meetings, TimeProvider time, IStringLocalizer<MeetingTexts> texts)
    : IChangeSource, ISitemapSource, IOpenNowSource
{
    /// <summary>So long before it begins a meeting stands on the home page.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    public Feature? Feature => Kernel.Communes.Feature.Consultations;

    public async Task<IReadOnlyList<Change>> LatestAsync(int count, CancellationToken cancellation)
    {
        var all = db.Set<Meeting>().AsNoTracking().Include(meeting => meeting.Process).Where(meeting => meeting.AnnouncedAt != null);
        var announced = await all.OrderByDescending(meeting => meeting.AnnouncedAt).Take(count).ToListAsync(cancellation);
        var cancelled = await all.Where(meeting => meeting.CancelledAt != null).OrderByDescending(meeting => meeting.CancelledAt).Take(count).ToListAsync(cancellation);
        var told = await all.Where(meeting => meeting.ToldAt != null).OrderByDescending(meeting => meeting.ToldAt).Take(count).ToListAsync(cancellation);
        var moved = await (
            from move in db.Set<MeetingMove>()
            join meeting in db.Set<Meeting>() on move.MeetingId equals meeting.Id
            where meeting.AnnouncedAt != null
            orderby move.DecidedAt descending, move.Id descending
            select new { move.Id, move.DecidedAt, meeting.Title, meeting.Number, meeting.Process!.Slug })
            .AsNoTracking()
            .Take(count)
            .ToListAsync(cancellation);
        return
        [
            .. announced.Select(meeting => Of(meeting, "", meeting.AnnouncedAt, texts["ChangeAnnounced", Formats.Instant(meeting.StartsAt)]))
                .Concat(cancelled.Select(meeting => Of(meeting, ":cancelled", meeting.CancelledAt, texts["ChangeCancelled"])))
                .Concat(told.Select(meeting => Of(meeting, ":told", meeting.ToldAt, texts["ChangeTold"])))
                .Concat(moved.Select(move => new Change(
                    $"meeting-move:{move.Id}", move.DecidedAt, texts["ChangeMoved"], move.Title, MeetingSubjects.LinkOf(move.Slug, move.Number))))
                .OrderByDescending(change => change.At)
                .Take(count),
        ];
    }

    public async Task<IReadOnlyList<SitemapPage>> PagesAsync(CancellationToken cancellation) =>
        [.. (await meetings.AllAsync(cancellation)).Select(meeting => new SitemapPage(MeetingSubjects.LinkOf(meeting)))];

    public async Task<OpenList> OpenNowAsync(CancellationToken cancellation)
    {
        if (commune.Value.Profile.ModeOf(Kernel.Communes.Feature.Consultations) != FeatureMode.Native)
        {
            return new([], null);
        }

        var now = time.UtcNow();
        var ahead = await meetings.AheadAsync(now, cancellation);
        var soon = ahead.Where(meeting => meeting.StartsAt <= now + Soon).ToList();
        var later = ahead.Find(meeting => meeting.StartsAt > now + Soon);
        return new(
            [.. soon.Select(meeting => new OpenNow(texts["Meeting"], meeting.Title, meeting.EndsAt!.Value, MeetingSubjects.LinkOf(meeting), meeting.StartsAt))],
            new[] { soon.Min(meeting => meeting.EndsAt), later?.StartsAt - Soon }.Min());
    }

    private static Change Of(Meeting meeting, string part, DateTime? at, string what) =>
        new(MeetingSubjects.Of(meeting) + part, at!.Value, what, meeting.Title, MeetingSubjects.LinkOf(meeting));
}
