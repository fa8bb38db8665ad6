using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;

namespace Platform.Ui.Sites;

/// <summary>A page of a commune's public site: cached until the commune changes something.</summary>
[Site(SiteKind.Commune)]
[OutputCache(PolicyName = PublicCache.Policy)]
public abstract class CommunePage : PageModel
{
    /// <summary>The commune whose page this is.</summary>
    public Commune Commune => HttpContext.RequestServices.GetRequiredService<CurrentCommune>().Value;

    public Language Language { get; } = Languages.Current;
}

/// <summary>A page of the national public site.</summary>
[Site(SiteKind.National)]
[OutputCache(PolicyName = PublicCache.Policy)]
public abstract class NationalPage : PageModel
{
    public Language Language { get; } = Languages.Current;
}
