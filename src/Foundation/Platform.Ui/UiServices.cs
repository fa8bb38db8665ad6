using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Ui.Forms;
using Platform.Ui.ShareCards;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Ui;

public static partial class UiServices
{
    /// <summary>What layouts, tag helpers and texts need.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddSingleton<IStringLocalizerFactory, RememberedTexts>();
        services.AddLocalization();
        services.AddForms();
        services.AddWorkspace();
        services.AddScoped<Menu>();
        return services.AddScoped<PageFrame>();
    }

    /// <summary>Before everything that reads the address of a page: the picture of a page is asked for at an address of its own.</summary>
    public static IApplicationBuilder UseShareCards(this IApplicationBuilder app) => app.UseMiddleware<ShareCard>();

    /// <summary>
    /// <c>/theme.css</c>: the accent colour of the commune. Its address carries the colour (<c>?v=0b5d4e</c>), so it can be kept for a year.
    /// </summary>
    public static IEndpointConventionBuilder MapTheme(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/theme.css", (HttpContext context, CurrentCommune commune) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Text(Theme(commune.Value.Accent), "text/css");
        }).WithMetadata(new SiteAttribute(SiteKind.Commune));

    internal static string Theme(string accent) => Colour().IsMatch(accent) ? $":root{{--accent:{accent}}}\n" : "";

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Colour();
}
