using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Communes;
using Platform.Kernel.Consulting;
using Platform.Kernel.Publishing;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.ActionPlan;

/// <summary>News of activities: what was said of their progress, and that their sheet was changed. Decisions name them as what a proposal became.</summary>
internal sealed class ActivityNews(CommuneContext db, PublishedActivities activities, TimeProvider time) : INewsSource, IUndertakings
{
    public string Kind => "activity";

    public Feature Feature => Feature.ActionPlan;

    public async Task<IReadOnlyList<NewsSubject>> SubjectsAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        [.. (await KnownAsync(keys, cancellation)).Select(activity => new NewsSubject(activity.Key, Named(activity), activity.Link))];

    public async Task<IReadOnlyList<NewsItem>> NewsAsync(IReadOnlyCollection<string> keys, DateTime from, DateTime until, CancellationToken cancellation)
    {
        var known = (await KnownAsync(keys, cancellation)).ToLookup(activity => activity.Id);
        var ids = known.Select(group => group.Key).ToList();
        var subjects = ids.ConvertAll(SubjectOf);
        var entries = await db.Set<ProgressEntry>().AsNoTracking()
            .Where(entry => ids.Contains(entry.ActivityId) && entry.RecordedAt >= from && entry.RecordedAt < until)
            .Select(entry => new { entry.Id, entry.ActivityId, entry.RecordedAt, entry.Status, entry.Percent })
            .ToListAsync(cancellation);
        var described = await db.Set<AuditEntry>().AsNoTracking()
            .Where(entry => subjects.Contains(entry.Subject) && entry.Verb == "activity.described" && entry.At >= from && entry.At < until)
            .GroupBy(entry => entry.Subject)
            .Select(group => new { Subject = group.Key, Id = group.Max(entry => entry.Id), At = group.Max(entry => entry.At) })
            .ToListAsync(cancellation);
        var byName = ids.ToDictionary(SubjectOf, StringComparer.Ordinal);
        return
        [
            .. entries.SelectMany(entry => known[entry.ActivityId].Select(activity => new NewsItem(
                string.Create(CultureInfo.InvariantCulture, $"progress:{entry.Id}"), activity.Key, entry.RecordedAt, Said(entry.Status, entry.Percent), activity.Link))),
            .. described.SelectMany(act => known[byName[act.Subject]].Select(activity => new NewsItem(
                string.Create(CultureInfo.InvariantCulture, $"act:{act.Id}"), activity.Key, act.At, BothLanguages.Of(typeof(ActionPlanTexts), "NewsDescribed"), activity.Link))),
        ];
    }

    public async Task<IReadOnlyList<Undertaking>> AllAsync(CancellationToken cancellation) =>
    [
        .. (await activities.ReadAsync(time.TodayInMorocco(), cancellation)).DistinctBy(activity => activity.Id).OrderByDescending(activity => activity.InCurrentPlan)
            .Select(activity => new Undertaking(activity.Key, activity.Reference, activity.Title, activity.Link)),
    ];

    public async Task<IReadOnlyCollection<string>> CarriedOutAsync(IReadOnlyCollection<string> keys, DateOnly day, CancellationToken cancellation)
    {
        if (!keys.Any(key => NewsKeys.KindOf(key) == Kind))
        {
            return [];
        }

        var states = await db.ReadStatesAsync(day, cancellation);
        return [.. (await KnownAsync(keys, cancellation)).Where(activity => states.GetValueOrDefault(activity.Id)?.Status == ActivityStatus.Completed).Select(activity => activity.Key)];
    }

    private static string SubjectOf(int id) => string.Create(CultureInfo.InvariantCulture, $"activity:{id}");

    private static LocalizedText Named(PublishedActivity activity) => BothLanguages.Of(typeof(ActionPlanTexts), "NewsSubject", activity.Reference, activity.Title);

    private static LocalizedText Said(ActivityStatus status, int percent) => status == ActivityStatus.InProgress
        ? BothLanguages.Of(typeof(ActionPlanTexts), "NewsProgress", percent)
        : BothLanguages.Of(typeof(ActionPlanTexts), "Change" + status);

    private async Task<IReadOnlyList<PublishedActivity>> KnownAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        return [.. (await activities.ReadAsync(time.TodayInMorocco(), cancellation)).Where(activity => wanted.Contains(activity.Key))];
    }
}
