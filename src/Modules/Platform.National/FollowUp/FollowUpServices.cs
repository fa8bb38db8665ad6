using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.People;
using Platform.Ui.Acts;
using Platform.Ui.Workspace;

namespace Platform.National.FollowUp;

internal static class FollowUpServices
{
    public static IServiceCollection AddFollowUp(this IServiceCollection services) => services
        .AddScoped<FollowUpReader>()
        .AddScoped<FollowUpExport>()
        .AddActs<FollowUpTexts>("contact")
        .AddStaffEntry<FollowUpTexts>(210, "/workspace/follow-up", "Menu", Role.Analyst, Role.DgctOfficer)
        .AddStaffEntry<FollowUpTexts>(220, "/workspace/contacts", "Contacts", Role.Analyst, Role.DgctOfficer);
}
