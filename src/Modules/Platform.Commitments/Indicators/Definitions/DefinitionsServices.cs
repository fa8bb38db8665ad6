using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Jobs;
using Platform.Ui.Acts;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Indicators.Definitions;

internal static class DefinitionsServices
{
    public static IServiceCollection AddDefinitions(this IServiceCollection services) => services
        .AddScoped<DefinitionTaker>()
        .AddKeyedScoped<ICommuneJob, DefinitionsJob>(DefinitionsJob.JobName)
        .AddSingleton(DefinitionsJob.Schedule)
        .AddScoped<IWorkSource, DefinitionWork>()
        .AddActs<DefinitionsTexts>("indicator");
}
