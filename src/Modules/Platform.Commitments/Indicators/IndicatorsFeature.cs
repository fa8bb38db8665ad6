using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.Indicators.Figures;
using Platform.Commitments.Indicators.Library;
using Platform.Commitments.Indicators.Snapshots;
using Platform.Data.Seeding;
using Platform.Kernel.Indicators;
using Platform.Kernel.Jobs;

namespace Platform.Commitments.Indicators;

/// <summary>Indicators: their library, their figures, and what was kept of them.</summary>
internal static class IndicatorsFeature
{
    public static IServiceCollection AddIndicators(this IServiceCollection services) => services
        .AddSingleton<IndicatorLibrary>()
        .AddSingleton<IStandardIndicators>(services => services.GetRequiredService<IndicatorLibrary>())
        .AddScoped<MeasureBook>()
        .AddScoped<SnapshotTaker>()
        .AddScoped<ICommuneSeeder, IndicatorSeeder>()
        .AddScoped<ICommuneJob, MonthlySnapshotJob>();

    public static IEndpointRouteBuilder MapIndicators(this IEndpointRouteBuilder endpoints) => endpoints;
}
