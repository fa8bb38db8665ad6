using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Data.Outbox;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Data.Mail;

/// <summary>
/// Sends mails: <c>mails.Send(address, language, MailText.Of&lt;AccountTexts&gt;("Invitation", name).Leading(link))</c>, before the save that makes the change
/// it tells of. It is written to the outbox with that change and delivered after it is committed; nothing is sent for a change that was not kept.
/// In a commune's scope it is the commune's mail, elsewhere the national site's.
/// </summary>
public sealed class Mails(IServiceProvider services, CurrentCommune commune, IOptions<MailOptions> options, TimeProvider time)
{
    /// <summary>Longest address that SMTP carries.</summary>
    public const int AddressLength = 254;

    private static readonly SearchValues<char> NeverInAddress = SearchValues.Create(" ,;<>()[]\"\\");

    /// <summary>An address that a mail can be sent to: the address alone, without a name, in the letters that every mail server takes.</summary>
    public static bool IsAddress([NotNullWhen(true)] string? text) =>
        text is { Length: > 2 and <= AddressLength }
        && text.AsSpan().IndexOfAny(NeverInAddress) < 0
        && text.All(c => char.IsAscii(c) && !char.IsControl(c))
        && MailAddress.TryCreate(text, out var parsed)
        && parsed.Address == text;

    /// <exception cref="ArgumentException">It is no address: ask <see cref="IsAddress"/> first.</exception>
    public void Send(string to, Language language, MailText text)
    {
        if (commune.IsKnown(out var sender))
        {
            Add(services.GetRequiredService<CommuneContext>(), to, MailLetter.Write(text, language, MailSender.Of(sender, language)));
        }
        else
        {
            Add(services.GetRequiredService<NationalContext>(), to, MailLetter.Write(text, language, MailSender.National(options.Value.NationalAddress, language)));
        }
    }

    private void Add(DbContext db, string to, OutgoingMail mail)
    {
        if (!IsAddress(to))
        {
            throw new ArgumentException("This is no address that a mail can be sent to.", nameof(to));
        }

        db.Add(OutboxMessage.Of(OutgoingMail.Kind, mail with { To = to }, time.UtcNow()));
    }
}
