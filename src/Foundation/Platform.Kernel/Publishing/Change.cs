using Platform.Kernel.Communes;
using Platform.Kernel.Text;

namespace Platform.Kernel.Publishing;

/// <summary>Something new on a commune's site, for its home page and its Atom feed.</summary>
/// <param name="Id">Stable for ever and unique on the site: <c>progress:12</c>, <c>charter:1</c>.</param>
/// <param name="At">When it came to be on the site, UTC.</param>
/// <param name="What">What happened, a few words in the language of the request: <c>Avancement d'une activité : 40 %</c>.</param>
/// <param name="Subject">What it happened to, in its own languages: the activity's title.</param>
/// <param name="Link">Page of it, relative to the language's root: <c>/action-plan/activities/2.1</c>.</param>
public sealed record Change(string Id, DateTime At, string What, LocalizedText Subject, string Link);

/// <summary>
/// What a feature tells of its news. Registered as a scoped service; it reads the commune of its scope and answers in the language of the request.
/// </summary>
public interface IChangeSource
{
    /// <summary>What they are news of: a commune that does without it has no such news. None where they belong to no feature that can be switched off.</summary>
    Feature? Feature => null;

    /// <summary>Its latest changes, the newest first, at most <paramref name="count"/>.</summary>
    Task<IReadOnlyList<Change>> LatestAsync(int count, CancellationToken cancellation);
}
