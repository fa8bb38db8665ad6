using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.People;
using Platform.Ui.Acts;
using Platform.Ui.Workspace;

namespace Platform.National.Runs;

internal static class RunsServices
{
    public static IServiceCollection AddRuns(this IServiceCollection services) => services
        .AddActs<RunsTexts>("job")
        .AddStaffEntry<RunsTexts>(520, "/workspace/jobs", "Menu", Role.Operator, Role.Analyst, Role.DgctOfficer);
}
