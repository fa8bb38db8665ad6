using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Platform.Identity.KeyRing;

/// <summary>Section <c>Keys</c>: how the ring of keys is itself kept.</summary>
internal static class KeyRingServices
{
    private const string Application = "Musharaka";

    public static IServiceCollection AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        var keys = services.AddDataProtection().SetApplicationName(Application);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new KeyRepository(provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<TimeProvider>())));

        // Whoever reads the database alone, a copy of it included, then reads no key. Former certificates open what was sealed with them.
        var password = configuration["Keys:Password"];
        if (configuration["Keys:Certificate"] is { Length: > 0 } file)
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, password);
            var former = configuration.GetSection("Keys:Former").Get<string[]>() ?? [];
            keys.ProtectKeysWithCertificate(certificate)
                .UnprotectKeysWithAnyCertificate([certificate, .. former.Select(each => X509CertificateLoader.LoadPkcs12FromFile(each, password))]);
        }

        return services;
    }
}
