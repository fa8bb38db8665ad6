using Platform.Kernel.Communes;

namespace Platform.Kernel.Publishing;

/// <summary>A public page that search engines should find.</summary>
/// <param name="Path">Relative to the language's root: <c>/action-plan/activities/2.1</c>; the home page is <c>/</c>.</param>
/// <param name="ChangedOn">The day of its last change, where it is known.</param>
public sealed record SitemapPage(string Path, DateOnly? ChangedOn = null);

/// <summary>
/// The pages of a feature beyond those of the menu, which the site map knows by itself. Registered as a keyed scoped service under the
/// <see cref="Communes.SiteKind"/> of its site: <c>AddKeyedScoped&lt;ISitemapSource, CharterPages&gt;(SiteKind.Commune)</c>.
/// </summary>
public interface ISitemapSource
{
    /// <summary>What the pages belong to: a commune that does without it has no such pages. None where they belong to no feature that can be switched off.</summary>
    Feature? Feature => null;

    Task<IReadOnlyList<SitemapPage>> PagesAsync(CancellationToken cancellation);
}
