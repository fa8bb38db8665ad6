using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.People;

namespace Platform.Ui.Workspace;

public static class WorkspaceServices
{
    /// <summary>What pages for people who sign in need, whatever room keeps the accounts.</summary>
    public static IServiceCollection AddWorkspace(this IServiceCollection services)
    {
        services.AddScoped<CurrentPerson>();
        services.AddScoped<WorkspaceMenu>();
        services.AddScoped<IAuthorizationHandler, WorkspaceAuthorization>();
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, SiteOfAntiforgery>();
        services.AddWorkspaceEntry<CommonTexts>(0, "/workspace", "Workspace");
        services.AddStaffEntry<CommonTexts>(0, "/workspace", "Workspace");
        services.AddAuthentication();
        return services.AddAuthorization();
    }

    /// <summary>After the output cache: public pages are the same for everyone and never ask who reads them.</summary>
    public static IApplicationBuilder UsePeople(this IApplicationBuilder app) =>
        app.UseAuthentication().UseMiddleware<PersonMiddleware>().UseAuthorization();
}
