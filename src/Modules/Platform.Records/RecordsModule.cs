using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Acts;
using Platform.Kernel.People;
using Platform.Records.Acts;
using Platform.Records.FailedMails;
using Platform.Ui.Acts;
using Platform.Ui.Workspace;

namespace Platform.Records;

/// <summary>What the platform keeps of what was done: the audit trail for people, and the mails that did not arrive.</summary>
public static class RecordsModule
{
    public static IServiceCollection AddRecords(this IServiceCollection services)
    {
        services.AddScoped<ActTranslator>();
        services.AddScoped<ActsReader>();
        services.AddScoped<IPublicHistory, PublicHistory>();
        services.AddScoped<FailedMailDesk>();
        services.AddScoped<IWorkSource, FailedMailWork>();
        services.AddActs<ActsTexts>("audit");
        services.AddActs<FailedMailsTexts>("mail");
        services.AddWorkspaceEntry<ActsTexts>(950, "/workspace/audit", "Menu", Area.Team);
        services.AddStaffEntry<ActsTexts>(950, "/workspace/audit", "Menu", Role.Operator, Role.DgctOfficer);
        services.AddWorkspaceEntry<FailedMailsTexts>(960, "/workspace/mails", "Menu", Area.Team);
        return services.AddStaffEntry<FailedMailsTexts>(960, "/workspace/mails", "Menu", Role.Operator, Role.DgctOfficer);
    }
}
