using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.Indicators.Definitions;
using Platform.Commitments.Indicators.Entering;
using Platform.Commitments.Indicators.Figures;
using Platform.Commitments.Indicators.Following;
using Platform.Commitments.Indicators.Library;
using Platform.Commitments.Indicators.Reminders;
using Platform.Commitments.Indicators.Snapshots;
using Platform.Commitments.Indicators.Submissions;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Indicators;
using Platform.Kernel.Jobs;
using Platform.Kernel.People;
using Platform.Kernel.Publishing;
using Platform.Kernel.Reporting;
using Platform.Ui;
using Platform.Ui.Acts;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Indicators;

/// <summary>Indicators: their library, their figures, and what was kept of them.</summary>
internal static class IndicatorsFeature
{
    public static IServiceCollection AddIndicators(this IServiceCollection services) => services
        .AddSingleton<IndicatorLibrary>()
        .AddSingleton<WholeLibrary>()
        .AddSingleton<IStandardIndicators>(services => services.GetRequiredService<WholeLibrary>())
        .AddSingleton<IStandardMeasures, PublishedMeasures>()
        .AddSingleton<MeasureIndex>()
        .AddScoped<MeasureBook>()
        .AddScoped<FigureReader>()
        .AddScoped<IndicatorReader>()
        .AddScoped<SnapshotTaker>()
        .AddScoped<ReviewedValues>()
        .AddScoped<SubmissionDesk>()
        .AddScoped<ISubmissionReviews>(services => services.GetRequiredService<SubmissionDesk>())
        .AddScoped<ValueEntry>()
        .AddScoped<IndicatorEditing>()
        .AddScoped<CountableOffers>()
        .AddScoped<IWorkSource, IndicatorWork>()
        .AddScoped<ISetupSource, IndicatorWork>()
        .AddActs<IndicatorsTexts>("indicator", "indicator.defined", "indicator.edited", "indicator.corrected")
        .AddWorkspaceEntry<IndicatorsTexts>(400, "/workspace/indicators", "Indicators", Area.Indicators)
        .AddScoped<ICommuneSeeder, IndicatorSeeder>()
        .AddScoped<IDemonstrator, IndicatorDemonstrator>()
        .AddScoped<IChangeSource, IndicatorChanges>()
        .AddKeyedScoped<ISitemapSource, IndicatorSitemap>(SiteKind.Commune)
        .AddKeyedScoped<ICommuneJob, MonthlySnapshotJob>(MonthlySnapshotJob.JobName)
        .AddReminders()
        .AddDefinitions()
        .AddNavigation<IndicatorsTexts>(400, SiteKind.Commune, "/indicators", "Indicators", Feature.Indicators);

    public static IEndpointRouteBuilder MapIndicators(this IEndpointRouteBuilder endpoints) => endpoints.MapIndicatorsApi().MapValuesApi().MapRowDownloads();
}
