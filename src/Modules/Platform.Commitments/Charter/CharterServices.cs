using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.Charter.Drafting;
using Platform.Commitments.Charter.FollowUp;
using Platform.Data.Seeding;
using Platform.Kernel.Charters;
using Platform.Kernel.Communes;
using Platform.Kernel.Measures;
using Platform.Kernel.People;
using Platform.Kernel.Publishing;
using Platform.Kernel.Reporting;
using Platform.Ui;
using Platform.Ui.Acts;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter;

internal static class CharterServices
{
    public static IServiceCollection AddCharter(this IServiceCollection services) => services
        .AddScoped<CharterReader>()
        .AddScoped<CharterFigures>()
        .AddScoped<CharterDrafts>()
        .AddScoped<FollowUpReader>()
        .AddScoped<ICharterUses, CharterUses>()
        .AddScoped<RegisterFiles>()
        .AddScoped<IWorkSource, CharterWork>()
        .AddScoped<ISetupSource, CharterWork>()
        .AddActs<DraftingTexts>("charter", "charter.draft-begun", "charter.adopted", "charter.returned-to-draft", "charter.published", "charter.superseded")
        .AddWorkspaceEntry<DraftingTexts>(100, "/workspace/charter", "Menu", Area.Charter)
        .AddScoped<ICommuneSeeder, CharterSeeder>()
        .AddScoped<IMeasureSource, CharterMeasures>()
        .AddScoped<IProgressSource, CharterProgress>()
        .AddScoped<IDemonstrator, CharterDemonstrator>()
        .AddScoped<IChangeSource, CharterPublishing>()
        .AddScoped<INewsSource, CharterNews>()
        .AddKeyedScoped<ISitemapSource, CharterPublishing>(SiteKind.Commune)
        .AddNavigation<CharterTexts>(100, SiteKind.Commune, "/charter", "Navigation", Feature.Charter);
}
