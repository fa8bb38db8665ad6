using Microsoft.Extensions.DependencyInjection;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Measures;
using Platform.Kernel.Publishing;
using Platform.Kernel.Reporting;
using Platform.Ui;

namespace Platform.Commitments.Charter;

internal static class CharterServices
{
    public static IServiceCollection AddCharter(this IServiceCollection services) => services
        .AddScoped<CharterReader>()
        .AddScoped<ICommuneSeeder, CharterSeeder>()
        .AddScoped<IMeasureSource, CharterMeasures>()
        .AddScoped<IProgressSource, CharterProgress>()
        .AddScoped<IDemonstrator, CharterDemonstrator>()
        .AddScoped<IChangeSource, CharterPublishing>()
        .AddKeyedScoped<ISitemapSource, CharterPublishing>(SiteKind.Commune)
        .AddNavigation<CharterTexts>(100, SiteKind.Commune, "/charter", "Navigation", Feature.Charter);
}
