using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;

namespace Platform.Ui;

/// <summary>An entry of a site's menu, contributed by the feature that it leads to.</summary>
/// <param name="Order">Entries are shown in this order: home 0, charter 100, action plan 200, openness 300, indicators 400, …</param>
/// <param name="Site">The site whose menu it belongs to.</param>
/// <param name="Path">The page, without the language: <c>/charter</c>.</param>
/// <param name="Texts">The texts of the feature, as in <c>IStringLocalizer&lt;CharterTexts&gt;</c>.</param>
/// <param name="Key">The key of the entry's words in those texts.</param>
/// <param name="Feature">The feature without which the entry is not shown.</param>
public sealed record NavigationEntry(int Order, SiteKind Site, string Path, Type Texts, string Key, Feature? Feature = null);

/// <summary>The menu entries that a module contributes.</summary>
public interface INavigation
{
    IEnumerable<NavigationEntry> Entries { get; }
}

public static class NavigationServices
{
    /// <summary>Adds one entry to the menu of a site, its words taken from the feature's own texts.</summary>
    public static IServiceCollection AddNavigation<TTexts>(this IServiceCollection services, int order, SiteKind site, string path, string key, Feature? feature = null) =>
        services.AddSingleton<INavigation>(new SingleEntry(new NavigationEntry(order, site, path, typeof(TTexts), key, feature)));

    private sealed class SingleEntry(NavigationEntry entry) : INavigation
    {
        public IEnumerable<NavigationEntry> Entries => [entry];
    }
}

/// <summary>One link of the menu as the layout writes it.</summary>
internal sealed record MenuLink(string Text, string Href, bool Here, bool Exact);

/// <summary>The menu of the site of this request.</summary>
internal sealed class Menu(IEnumerable<INavigation> navigations, CurrentCommune commune, IStringLocalizerFactory texts)
{
    /// <param name="site">The site.</param>
    /// <param name="root">The root of the language: <c>/ar</c>.</param>
    /// <param name="path">The path of the page shown, without the language.</param>
    public IReadOnlyList<MenuLink> For(SiteKind site, string root, string path)
    {
        var entries = navigations.SelectMany(navigation => navigation.Entries).Where(entry => entry.Site == site && IsOn(entry)).ToList();
        // "/dashboard" holds "/dashboard/regions", which has its own entry: the closest entry alone is marked.
        var here = entries.Where(entry => Holds(entry.Path, path)).MaxBy(entry => entry.Path.Length);
        return
        [
            .. entries.OrderBy(entry => entry.Order)
                .ThenBy(entry => entry.Path, StringComparer.Ordinal)
                .Select(entry => new MenuLink(texts.Create(entry.Texts)[entry.Key], root + entry.Path, entry == here, entry.Path == path)),
        ];
    }

    private bool IsOn(NavigationEntry entry) =>
        entry.Feature is not { } feature || !commune.IsKnown(out var known) || known.Profile.ModeOf(feature) == FeatureMode.Native;

    private static bool Holds(string entry, string path) =>
        path == entry || (entry != "/" && path.StartsWith(entry + "/", StringComparison.Ordinal));
}
