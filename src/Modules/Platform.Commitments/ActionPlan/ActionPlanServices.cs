using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.ActionPlan.Editing;
using Platform.Commitments.ActionPlan.Export;
using Platform.Commitments.ActionPlan.Import;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Consulting;
using Platform.Kernel.Measures;
using Platform.Kernel.People;
using Platform.Kernel.Publishing;
using Platform.Kernel.Reporting;
using Platform.Ui;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan;

/// <summary>What the action plan brings to the product.</summary>
internal static class ActionPlanServices
{
    public static IServiceCollection AddActionPlan(this IServiceCollection services) => services
        .AddScoped<ICommuneSeeder, PlanSeeder>()
        .AddScoped<IDemonstrator, PlanDemonstrator>()
        .AddScoped<PlanFigures>()
        .AddScoped<IMeasureSource, PlanMeasures>()
        .AddScoped<IProgressSource, PlanReport>()
        .AddScoped<IChangeSource, PlanChanges>()
        .AddScoped<PublishedActivities>()
        .AddScoped<INewsSource, ActivityNews>()
        .AddScoped<IUndertakings, ActivityNews>()
        .AddKeyedScoped<ISitemapSource, PlanPages>(SiteKind.Commune)
        .AddPlanEditing()
        .AddScoped<PlanImporter>()
        .AddWorkspaceEntry<ImportTexts>(210, "/workspace/action-plan/import", "Navigation", Area.ActionPlan)
        .AddNavigation<ActionPlanTexts>(200, SiteKind.Commune, "/action-plan", "Navigation", Feature.ActionPlan);

    public static IEndpointRouteBuilder MapActionPlan(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPlanApi();
        endpoints.MapPlanExport();
        endpoints.MapPlanTemplates();
        return endpoints;
    }
}
