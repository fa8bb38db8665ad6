using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Communes.Profile;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Publishing;
using Platform.Ui;
using Platform.Ui.Acts;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Communes.Mirrors;

internal static class MirrorServices
{
    public static IServiceCollection AddMirrors(this IServiceCollection services) => services
        .AddScoped<PortalFigures>()
        .AddScoped<ServiceLaw>()
        .AddKeyedScoped<ISitemapSource, PortalFigures>(SiteKind.Commune)
        .AddActs<MirrorTexts>("portal")
        .AddWorkspaceEntry<MirrorTexts>(810, "/workspace/portals", "Menu", Area.Identity);

    /// <summary><c>/services/complaints/figures.csv</c>: what the page shows, as open data.</summary>
    public static IEndpointRouteBuilder MapMirrors(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/services/{slug}/figures.csv", async (
            string slug, CurrentCommune commune, PortalFigures figures, IStringLocalizer<MirrorTexts> texts, IStringLocalizer<ProfileTexts> words, CancellationToken cancellation) =>
        {
            if (Mirror.Find(commune.Value, slug) is not { } mirror)
            {
                return Results.NotFound();
            }

            var rows = await figures.OfAsync(mirror.Feature, cancellation);
            return (IResult)Csv.Result(
                $"{commune.Value.Slug}-{slug}.csv",
                [words["FeatureHeading"], texts["Period"], texts["Received"], texts["Answered"], texts["InTime"], texts["ReadOn"], texts["Portal"], texts["NoteArabic"], texts["NoteFrench"]],
                rows.Select(row => (IReadOnlyList<object?>)
                    [words["Feature" + row.Feature].Value, row.Period.ToString(), row.Received, row.Answered, row.InTime, row.ReadOn, mirror.Address, row.Note?.Ar, row.Note?.Fr]));
        }).WithMetadata(new SiteAttribute(SiteKind.Commune)).ExcludeFromDescription();
        return endpoints;
    }
}
