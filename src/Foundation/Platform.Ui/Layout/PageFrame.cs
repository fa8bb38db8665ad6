using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Ui.ShareCards;
using Platform.Ui.Sites;

namespace Platform.Ui;

/// <summary>What the layout puts around a page: whose site it is, its addresses in both languages, its menu.</summary>
internal sealed class PageFrame(CurrentSite site, CurrentCommune current, Menu menu, IStringLocalizer<CommonTexts> texts)
{
    private const string ErrorPath = "/error";

    public SiteKind Kind => site.Kind;

    /// <summary>The commune whose site this is, or none.</summary>
    public Commune? Commune => current.IsKnown(out var commune) ? commune : null;

    public string SiteName => Commune is { } commune ? texts.CommuneNamed(commune.Name.In(Languages.Current)) : texts["NationalSiteName"];

    /// <summary>Where the commune lies, or who publishes the national site.</summary>
    public string SiteOwner => Commune is { } commune
        ? texts["PlaceOfCommune", commune.Province.In(Languages.Current), commune.Region.In(Languages.Current)]
        : texts["NationalSiteOwner"];

    public string NationalAddress => site.NationalAddress;

    /// <summary>Languages of this site's pages.</summary>
    public IEnumerable<Language> LanguagesShown => Language.OfPages.Where(language => Commune is not { } commune || commune.Profile.Languages.Contains(language.Tag));

    /// <summary>The root of the language: <c>/ar</c>.</summary>
    public static string Root => "/" + Languages.Current.Tag;

    /// <summary>Where the name of the site leads; to the national site where there is none.</summary>
    public string HomePath => site.Kind == SiteKind.None ? site.NationalAddress + Root : Root;

    /// <summary>The path of the page without its language; of the page that was asked for where an error is shown instead.</summary>
    public static string PathOf(HttpContext context) => new PathString(PlainPathOf(context)).ToUriComponent();

    private static string PlainPathOf(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? context.Features.Get<IExceptionHandlerPathFeature>()?.Path
        ?? context.Request.Path.Value
        ?? "/";

    public static bool IsError(HttpContext context) => context.Request.Path.StartsWithSegments(ErrorPath, StringComparison.Ordinal);

    /// <summary>The page in a language, as a link within this site.</summary>
    public static string In(Language language, HttpContext context)
    {
        var query = IsError(context) ? "" : context.Request.QueryString.Value;
        return PathIn(language, context) + query;
    }

    /// <summary>The page's full address in a language, without a query: the one that search engines, codes and paper carry.</summary>
    public string Address(Language language, HttpContext context) => SiteRoot(context) + PathIn(language, context);

    /// <summary>The full address of the picture that stands for the page where it is shared.</summary>
    public string CardAddress(HttpContext context) => SiteRoot(context) + ShareCard.PathOf(PathIn(Languages.Current, context));

    public IReadOnlyList<MenuLink> Menu(HttpContext context)
    {
        var path = IsError(context) ? "" : PathOf(context);
        if (site.Kind == SiteKind.None)
        {
            return [];
        }

        var links = menu.For(site.Kind, Root, path);
        return links.Any(link => link.Href == Root + "/")
            ? links
            : [new MenuLink(texts["Home"], HomePath, path == "/", path == "/"), .. links];
    }

    private static string PathIn(Language language, HttpContext context) => "/" + language.Tag + (PathOf(context) is var path && path == "/" ? "" : path);

    private string SiteRoot(HttpContext context) =>
        (Commune?.Address ?? site.NationalAddress) is { Length: > 0 } root ? root : $"{context.Request.Scheme}://{context.Request.Host}";
}
