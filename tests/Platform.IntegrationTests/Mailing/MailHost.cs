using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Composition.Mailing;
using Platform.Data;
using Platform.Data.Mail;
using Platform.Data.Outbox;
using Platform.Kernel.Text;

namespace Platform.IntegrationTests.Mailing;

internal static class MailHost
{
    public static Task<PlatformHost> StartAsync(MailServer? server, Action<PlatformHostOptions>? configure = null) => PlatformHost.StartAsync(options =>
    {
        options.Communes = ["demnate"];
        if (server is not null)
        {
            options.Settings["Mail:Server"] = "127.0.0.1";
            options.Settings["Mail:Port"] = $"{server.Port}";
            options.Settings["Mail:Security"] = "None";
            options.Settings["Mail:From"] = "participation@example.ma";
            options.Settings["Mail:Timeout"] = "00:00:05";
        }

        configure?.Invoke(options);
    });

    public static MailText Invitation(string name) =>
        MailText.Of<TestMailTexts>("Test", name, new DateOnly(2026, 12, 1)).Leading("http://demnate.localhost/ar/invitation?code=abc&x=1");

    public static Task WriteAsync(this PlatformHost host, string to, Language? language = null, MailText? text = null) => host.InCommuneAsync("demnate", async services =>
    {
        services.GetRequiredService<Mails>().Send(to, language ?? Language.Arabic, text ?? Invitation(to));
        await services.GetRequiredService<CommuneContext>().SaveChangesAsync();
    });

    public static Task<MailStanding> DeliverAsync(this PlatformHost host) => host.InCommuneAsync("demnate", services =>
        services.GetRequiredService<MailDelivery>().DeliverAsync(services.GetRequiredService<CommuneContext>(), TestContext.Current.CancellationToken));

    public static Task<List<OutboxMessage>> OutboxAsync(this PlatformHost host) => host.InCommuneAsync("demnate", services =>
        services.GetRequiredService<CommuneContext>().Set<OutboxMessage>().AsNoTracking().Where(message => message.Kind == OutgoingMail.Kind).OrderBy(message => message.Id).ToListAsync());
}
