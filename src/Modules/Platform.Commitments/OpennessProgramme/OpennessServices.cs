using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.OpennessProgramme.Editing;
using Platform.Commitments.OpennessProgramme.Import;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Consulting;
using Platform.Kernel.Measures;
using Platform.Kernel.People;
using Platform.Kernel.Publishing;
using Platform.Kernel.Reporting;
using Platform.Ui;
using Platform.Ui.Workspace;

namespace Platform.Commitments.OpennessProgramme;

internal static class OpennessServices
{
    public static IServiceCollection AddOpenness(this IServiceCollection services) => services
        .AddScoped<OpennessReader>()
        .AddScoped<ICommuneSeeder, OpennessSeeder>()
        .AddScoped<OpennessFigures>()
        .AddScoped<IMeasureSource, OpennessMeasures>()
        .AddScoped<IProgressSource, OpennessProgress>()
        .AddScoped<IDemonstrator, OpennessDemonstrator>()
        .AddScoped<IChangeSource, OpennessPublishing>()
        .AddScoped<INewsSource, ProjectNews>()
        .AddScoped<IUndertakings, ProjectNews>()
        .AddKeyedScoped<ISitemapSource, OpennessPublishing>(SiteKind.Commune)
        .AddOpennessEditing()
        .AddScoped<ProgrammeImporter>()
        .AddWorkspaceEntry<ProgrammeImportTexts>(310, "/workspace/openness/import", "Navigation", Area.Openness)
        .AddNavigation<OpennessTexts>(300, SiteKind.Commune, "/openness", "Navigation", Feature.Openness);
}
