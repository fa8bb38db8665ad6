using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Platform.Identity.ExternalSignIn;

internal static class ExternalSignInServices
{
    public static IServiceCollection AddExternalSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ExternalSignInOptions>().Bind(configuration.GetSection(ExternalSignInOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ExternalSignInOptions>, ExternalSignInRules>();
        services.AddSingleton<Providers>();
        services.AddScoped<ExternalDesk>();
        return services.AddScoped<ExternalAccounts>();
    }
}
