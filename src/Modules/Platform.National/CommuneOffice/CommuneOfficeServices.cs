using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.People;
using Platform.Ui.Acts;
using Platform.Ui.Workspace;

namespace Platform.National.CommuneOffice;

internal static class CommuneOfficeServices
{
    public static IServiceCollection AddCommuneOffice(this IServiceCollection services) => services
        .AddActs<CommuneOfficeTexts>("commune")
        .AddScoped<IStaffWorkSource, UnmadeWork>()
        .AddStaffEntry<CommuneOfficeTexts>(500, "/workspace/communes", "Menu", Role.Operator);
}
