using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Documents.Library;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Kernel.Text;

namespace Platform.IntegrationTests.Documents;

/// <summary>Two communes with a store of files, and a person of the team who brings documents.</summary>
internal static class FilesHost
{
    public const string Folder = "Folder";
    public const string Azure = "Azure";

    public static async Task<PlatformHost> StartAsync(string store, Azurite azurite, Action<PlatformHostOptions>? configure = null)
    {
        if (store == Azure)
        {
            await azurite.StartAsync();
        }

        return await PlatformHost.StartAsync(options =>
        {
            options.Communes = ["demnate", "larache"];
            options.Settings["Files:Store"] = store;
            options.Settings["Files:Azure:ConnectionString"] = azurite.ConnectionString;

            // Containers of one test are not another's.
            options.Settings["Files:Azure:ContainerPrefix"] = $"t{Guid.NewGuid():N}"[..9] + "-";
            options.Settings["Files:Azure:Retries"] = "0";
            configure?.Invoke(options);
        });
    }

    public static Task<PlatformHost> StartAsync(Action<PlatformHostOptions>? configure = null) => PlatformHost.StartAsync(options =>
    {
        options.Communes = ["demnate", "larache"];
        configure?.Invoke(options);
    });

    public static CurrentPerson SignIn(this IServiceProvider services, int account)
    {
        var person = services.GetRequiredService<CurrentPerson>();
        person.SignedIn(new ClaimsPrincipal(new ClaimsIdentity(
            [new(PersonClaims.Account, $"{account}"), new(PersonClaims.Site, PersonClaims.CommuneSite + "demnate"), new(PersonClaims.Name, "Amina")], "test")));
        return person;
    }

    public static async Task<ReceivedFiles> ReceiveAsync(this IServiceProvider services, string name, byte[] content) =>
        await services.GetRequiredService<IDocuments>().ReceiveAsync(
            [new IncomingFile(name, () => new MemoryStream(content))], [], TestContext.Current.CancellationToken);

    /// <summary>Receives a file and makes a document of it, as another room would.</summary>
    /// <returns>The document's number.</returns>
    public static Task<int> KeepAsync(this PlatformHost host, string commune, string name, byte[] content, NewDocument about) => host.InCommuneAsync(commune, async services =>
    {
        services.SignIn(1);
        var received = await services.ReceiveAsync(name, content);
        Assert.Empty(received.Problems);
        await services.GetRequiredService<IDocuments>().KeepAsync(Assert.Single(received.Files), about, TestContext.Current.CancellationToken);
        var db = services.GetRequiredService<CommuneContext>();
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return await db.Set<Document>().MaxAsync(document => document.Id, TestContext.Current.CancellationToken);
    });

    public static NewDocument About(string title = "محضر", bool publish = true, string subject = "activity:1.1", DocumentKind kind = DocumentKind.Minutes) =>
        new(kind, new LocalizedText(title, "Procès-verbal"), new DateOnly(2026, 10, 5), subject, publish);

    public static Task<int> FileOfAsync(this PlatformHost host, string commune, int number) => host.InCommuneAsync(commune, services =>
        services.GetRequiredService<CommuneContext>().Set<DocumentFile>().Where(file => file.DocumentId == number).MaxAsync(file => file.Id, TestContext.Current.CancellationToken));
}
