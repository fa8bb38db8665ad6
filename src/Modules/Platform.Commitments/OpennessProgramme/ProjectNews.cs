using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Communes;
using Platform.Kernel.Consulting;
using Platform.Kernel.Publishing;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>News of openness projects: what was said of their completion, and that their card was changed. Decisions name them as what a proposal became.</summary>
internal sealed class ProjectNews(CommuneContext db, TimeProvider time) : INewsSource, IUndertakings
{
    public string Kind => "project";

    public Feature Feature => Feature.Openness;

    public async Task<IReadOnlyList<NewsSubject>> SubjectsAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        [.. (await KnownAsync(keys, cancellation)).Select(project => new NewsSubject(KeyOf(project.Number), Named(project), LinkOf(project.Number)))];

    public async Task<IReadOnlyList<NewsItem>> NewsAsync(IReadOnlyCollection<string> keys, DateTime from, DateTime until, CancellationToken cancellation)
    {
        var known = (await KnownAsync(keys, cancellation)).ToDictionary(project => project.Id);
        var ids = known.Keys.ToList();
        var subjects = ids.ToDictionary(id => string.Create(CultureInfo.InvariantCulture, $"project:{id}"), StringComparer.Ordinal);
        var names = subjects.Keys.ToList();
        var entries = await db.Set<CompletionEntry>().AsNoTracking()
            .Where(entry => ids.Contains(entry.ProjectId) && entry.RecordedAt >= from && entry.RecordedAt < until)
            .Select(entry => new { entry.Id, entry.ProjectId, entry.RecordedAt, entry.Completion })
            .ToListAsync(cancellation);
        var described = await db.Set<AuditEntry>().AsNoTracking()
            .Where(entry => names.Contains(entry.Subject) && entry.Verb == "openness.project-described" && entry.At >= from && entry.At < until)
            .GroupBy(entry => entry.Subject)
            .Select(group => new { Subject = group.Key, Id = group.Max(entry => entry.Id), At = group.Max(entry => entry.At) })
            .ToListAsync(cancellation);
        return
        [
            .. entries.Select(entry => (Entry: entry, known[entry.ProjectId].Number)).Select(pair => new NewsItem(
                string.Create(CultureInfo.InvariantCulture, $"completion:{pair.Entry.Id}"), KeyOf(pair.Number), pair.Entry.RecordedAt,
                BothLanguages.Of(typeof(OpennessTexts), "NewsCompletion", BothLanguages.Of(typeof(OpennessTexts), "Completion_" + pair.Entry.Completion)), LinkOf(pair.Number))),
            .. described.Select(act => (Act: act, known[subjects[act.Subject]].Number)).Select(pair => new NewsItem(
                string.Create(CultureInfo.InvariantCulture, $"act:{pair.Act.Id}"), KeyOf(pair.Number), pair.Act.At, BothLanguages.Of(typeof(OpennessTexts), "NewsDescribed"), LinkOf(pair.Number))),
        ];
    }

    public async Task<IReadOnlyList<Undertaking>> AllAsync(CancellationToken cancellation) =>
    [
        .. (await Published().ToListAsync(cancellation))
            .Select(project => new Undertaking(KeyOf(project.Number), project.Number.ToString(CultureInfo.InvariantCulture), project.Title, LinkOf(project.Number))),
    ];

    public async Task<IReadOnlyCollection<string>> CarriedOutAsync(IReadOnlyCollection<string> keys, DateOnly day, CancellationToken cancellation)
    {
        if (!keys.Any(key => NewsKeys.KindOf(key) == Kind))
        {
            return [];
        }

        var known = (await KnownAsync(keys, cancellation)).ToDictionary(project => project.Id, project => project.Number);
        var ids = known.Keys.ToList();
        var entries = await db.Set<CompletionEntry>().AsNoTracking()
            .Where(entry => ids.Contains(entry.ProjectId) && entry.EffectiveOn <= day)
            .OrderBy(entry => entry.EffectiveOn).ThenBy(entry => entry.Id)
            .Select(entry => new { entry.ProjectId, entry.Completion })
            .ToListAsync(cancellation);
        return [.. entries.GroupBy(entry => entry.ProjectId).Where(group => group.Last().Completion == Completion.Complete).Select(group => KeyOf(known[group.Key]))];
    }

    private static string KeyOf(int number) => string.Create(CultureInfo.InvariantCulture, $"project:{number}");

    private static string LinkOf(int number) => string.Create(CultureInfo.InvariantCulture, $"/openness/projects/{number}");

    private static LocalizedText Named(Listed project) => BothLanguages.Of(typeof(OpennessTexts), "NewsSubject", project.Number, project.Title);

    private async Task<IReadOnlyList<Listed>> KnownAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        return [.. (await Published().ToListAsync(cancellation)).Where(project => wanted.Contains(KeyOf(project.Number)))];
    }

    private IQueryable<Listed> Published()
    {
        var today = time.TodayInMorocco();
        return from project in db.Set<Project>()
               join programme in db.Set<Programme>() on project.ProgrammeId equals programme.Id
               where programme.PublishedAt != null && (project.ArchivedOn == null || project.ArchivedOn > today)
               orderby project.Number
               select new Listed(project.Id, project.Number, project.Title);
    }

    private sealed record Listed(int Id, int Number, LocalizedText Title);
}
