using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.Evaluations.Desk;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Publishing;
using Platform.Ui.Acts;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Evaluations;

/// <summary>What committees think of the commune's documents after a period.</summary>
internal static class EvaluationsServices
{
    public static IServiceCollection AddEvaluations(this IServiceCollection services) => services
        .AddScoped<EvaluatedReader>()
        .AddScoped<EvaluationReader>()
        .AddScoped<EvaluationDesk>()
        .AddScoped<IWorkSource, EvaluationWork>()
        .AddScoped<IKeptOfAccount, KeptJudgements>()
        .AddScoped<IChangeSource, EvaluationPublishing>()
        .AddScoped<IDemonstrator, EvaluationDemonstrator>()
        .AddKeyedScoped<ISitemapSource, EvaluationPublishing>(SiteKind.Commune)
        .AddActs<EvaluationsTexts>("evaluation", "evaluation.published", "evaluation.answered")
        .AddWorkspaceEntry<EvaluationsTexts>(350, "/workspace/evaluations", "Evaluations", committee: true, Area.Charter, Area.ActionPlan, Area.Openness);

    public static IEndpointRouteBuilder MapEvaluations(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapEvaluationsApi();
        endpoints.MapEvaluationExport();
        return endpoints;
    }
}
