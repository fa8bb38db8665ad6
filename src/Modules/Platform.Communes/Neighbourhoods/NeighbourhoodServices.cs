using Microsoft.Extensions.DependencyInjection;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Ui.Acts;
using Platform.Ui.Workspace;

namespace Platform.Communes.Neighbourhoods;

internal static class NeighbourhoodServices
{
    public static IServiceCollection AddNeighbourhoods(this IServiceCollection services) => services
        .AddScoped<INeighbourhoods, NeighbourhoodList>()
        .AddScoped<IDemonstrator, NeighbourhoodDemonstrator>()
        .AddActs<NeighbourhoodTexts>("neighbourhood")
        .AddWorkspaceEntry<NeighbourhoodTexts>(805, "/workspace/neighbourhoods", "Menu", Area.Identity);
}
