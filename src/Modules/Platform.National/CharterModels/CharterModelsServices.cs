using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Charters;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.National.CharterModels;

internal static class CharterModelsServices
{
    public static IServiceCollection AddCharterModels(this IServiceCollection services) => services
        .AddScoped<IModelCharters, ModelCharters>()
        .AddScoped<CharterModelDesk>()
        .AddStaffEntry<CharterModelsTexts>(300, "/workspace/model-charter", "Menu", Role.DgctOfficer);
}
