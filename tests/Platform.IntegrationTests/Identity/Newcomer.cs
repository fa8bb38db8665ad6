using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Mail;
using Platform.Data.Outbox;
using Platform.Identity.SecondFactor;
using Platform.IntegrationTests.Commands;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Identity;

/// <summary>Somebody who was invited, and the way through the forms.</summary>
internal sealed partial record Newcomer(string Path)
{
    public const string Password = "quatre chevaux bleus";

    public static async Task<Newcomer> InviteAsync(PlatformHost host, string slug, string mail, params string[] more)
    {
        var said = await host.OperateAsync(["communes", "invite", slug, mail, .. more]);
        Assert.True(said.Code == 0, said.Text);
        return new(PathIn(said.Text));
    }

    public static string PathIn(string text) => Link().Match(text).Groups[1].Value;

    public static (string, string?)[] Form(string name) => [("Input.Name", name), ("Input.Password", Password), ("Input.Again", Password)];

    public static (string, string?)[] Credentials(string mail, string password = Password) => [("Input.Mail", mail), ("Input.Password", password)];

    /// <summary>Sets the authenticator app up as its owner does, from what the page shows.</summary>
    /// <returns>The secret.</returns>
    public static async Task<byte[]> SetUpAsync(PlatformHost host, HttpClient browser)
    {
        var page = await browser.PageAsync("/fr/account/second-factor");
        var secret = Read(page.QuerySelector("code")!.TextContent);
        using var done = await browser.SubmitAsync(page, "/fr/account/second-factor", [("Code", CodeNow(host, secret))]);
        var codes = await done.PageAsync();
        Assert.Equal(RecoveryCode.Count, codes.QuerySelectorAll(".codes code").Length);
        return secret;
    }

    public static string CodeNow(PlatformHost host, byte[] secret) => Totp.CodeAt(secret, Totp.StepAt(host.Clock.GetUtcNow().UtcDateTime));

    /// <summary>Base32 as the app reads it.</summary>
    public static byte[] Read(string key)
    {
        var bytes = new List<byte>();
        int buffer = 0, bits = 0;
        foreach (var letter in key.Where(char.IsAsciiLetterOrDigit))
        {
            buffer = ((buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal)) & 0xFFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"https?://[^/\s]+(/\S*)")]
    private static partial Regex Link();
}

internal static class OutgoingMails
{
    /// <summary>The mails that wait in a commune's outbox, oldest first.</summary>
    public static Task<List<OutgoingMail>> MailsAsync(this PlatformHost host, string slug) => host.InCommuneAsync(slug, async services =>
    {
        var messages = await services.GetRequiredService<CommuneContext>().Set<OutboxMessage>()
            .Where(message => message.Kind == OutgoingMail.Kind).OrderBy(message => message.Id).ToListAsync(TestContext.Current.CancellationToken);
        return messages.ConvertAll(message => message.Read<OutgoingMail>());
    });
}
