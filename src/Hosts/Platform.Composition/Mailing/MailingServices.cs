using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Data.Mail;
using Platform.Tenancy;
using Platform.Tenancy.Jobs;

namespace Platform.Composition.Mailing;

internal static class MailingServices
{
    /// <summary>Mails can be written in any process; a process with <c>Jobs:Enabled</c> also delivers them.</summary>
    public static IServiceCollection AddMailing(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        services.AddOptions<MailOptions>()
            .Bind(configuration.GetSection(MailOptions.Section))
            .Configure<IOptions<SiteOptions>>((mail, site) =>
            {
                mail.NationalAddress = site.Value.AddressOf(site.Value.BaseHost);
                mail.Folder = Path.GetFullPath(mail.Folder is { Length: > 0 } folder ? folder : "mail", dataFolder);
                mail.From = mail.From is { Length: > 0 } from ? from : mail.Server is { Length: > 0 } ? null : "no-reply@" + site.Value.BaseHost;
            })
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddScoped<Mails>();
        services.AddSingleton<MailCarrier>();
        services.AddSingleton<MailDelivery>();
        services.AddSingleton<MailBell>();
        services.AddSingleton<MailRounds>();
        services.AddSingleton<IInterceptor, RingOnSave>();
        return configuration.GetValue($"{JobOptions.Section}:{nameof(JobOptions.Enabled)}", true)
            ? services.AddHostedService(provider => provider.GetRequiredService<MailRounds>())
            : services;
    }
}
