using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.Jobs;
using Platform.Kernel.People;
using Platform.Kernel.Publishing;
using Platform.Participation.Processes.Editing;
using Platform.Participation.Processes.Teams;
using Platform.Ui.Acts;
using Platform.Ui.Workspace;

namespace Platform.Participation.Processes;

internal static class ProcessServices
{
    public static IServiceCollection AddProcesses(this IServiceCollection services) => services
        .AddScoped<ProcessReader>()
        .AddScoped<ProcessDesk>()
        .AddScoped<ProcessTeams>()
        .AddScoped<IKeptOfAccount, KeptTeams>()
        .AddScoped<IChangeSource, ProcessChanges>()
        .AddScoped<INewsSource, ProcessNews>()
        .AddKeyedScoped<ISitemapSource, ProcessChanges>(SiteKind.Commune)
        .AddKeyedScoped<ICommuneJob, CharterLines>(CharterLines.JobName)
        .AddSingleton(CharterLines.Schedule)
        .AddActs<ProcessEditingTexts>("process", "process.published", "process.closed", "process.reopened")
        .AddWorkspaceEntry<ProcessEditingTexts>(600, "/workspace/processes", "Processes", Area.Participation);
}
