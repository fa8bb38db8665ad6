using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Identity.Team;

internal static class TeamServices
{
    public static IServiceCollection AddTeam(this IServiceCollection services)
    {
        services.AddScoped<Membership>();
        services.AddScoped<ISetupSource, TeamSetup>();
        services.AddWorkspaceEntry<TeamTexts>(900, "/workspace/team", "Navigation", Area.Team);
        return services.AddStaffEntry<TeamTexts>(900, "/workspace/staff", "NavigationStaff", Role.Operator);
    }
}
