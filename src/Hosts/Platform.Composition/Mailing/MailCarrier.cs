using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;
using Platform.Data.Mail;
using Platform.Kernel.Time;

namespace Platform.Composition.Mailing;

/// <summary>
/// Carries one mail after the other to the server, or into files where there is none. After a fault of the server itself it rests, a little longer each
/// time: a server that is away costs one attempt of one mail and not one of every mail.
/// </summary>
internal sealed class MailCarrier(IOptions<MailOptions> options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly MailOptions options = options.Value;
    private SmtpClient? client;
    private DateTime restsUntil = DateTime.MinValue;
    private int faults;

    public bool Rests => time.UtcNow() < restsUntil;

    /// <returns>What went wrong; nothing where the server took it.</returns>
    public async Task<MailProblem?> CarryAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        await sending.WaitAsync(cancellation);
        try
        {
            var problem = await TryAsync(mail, cancellation);
            if (problem is { OfServer: true })
            {
                restsUntil = time.UtcNow() + TimeSpan.FromTicks((long)Math.Min(LongestRest.Ticks, FirstRest.Ticks * Math.Pow(2, faults++)));
            }
            else
            {
                (faults, restsUntil) = (0, DateTime.MinValue);
            }

            return problem;
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>Ends the connection: a server would rather not keep one that nobody speaks on.</summary>
    public async Task HangUpAsync()
    {
        await sending.WaitAsync(CancellationToken.None);
        Forget();
        sending.Release();
    }

    public void Dispose()
    {
        client?.Dispose();
        sending.Dispose();
    }

    private async Task<MailProblem?> TryAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        try
        {
            using var message = Write(mail);
            if (options.Server is { Length: > 0 })
            {
                await (client ??= Connect()).SendMailAsync(message, limit.Token);
            }
            else
            {
                await FileAsync(mail, message, limit.Token);
            }

            return null;
        }
#pragma warning disable CA1031 // Whatever it was becomes the mail's problem, told without an address.
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            Forget();
            return limit.IsCancellationRequested ? MailProblem.TooSlow : MailProblem.Of(error);
        }
#pragma warning restore CA1031
        catch
        {
            Forget();
            throw;
        }
    }

    private SmtpClient Connect() => new(options.Server, options.Port)
    {
        // Of what it does without being asked to wait for it: taking leave of a server that does not answer.
        Timeout = (int)options.Timeout.TotalMilliseconds,
        EnableSsl = options.Security == MailSecurity.StartTls,
        Credentials = options.User is { Length: > 0 } user ? new NetworkCredential(user, options.Password) : null,
    };

    private MailMessage Write(OutgoingMail mail)
    {
        var message = new MailMessage
        {
            From = new(options.From!, mail.Sender, Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(mail.To));
        message.Headers.Add("Message-ID", mail.Id);
        message.Headers.Add("Content-Language", mail.Language);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (mail.StopAt is { } stop)
        {
            message.Headers.Add("List-Unsubscribe", $"<{stop}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        message.AlternateViews.Add(View(mail.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(mail.Html, MediaTypeNames.Text.Html));
        return message;
    }

    private static AlternateView View(string text, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }

    /// <summary>Named by its own id: carried twice, it is one file all the same.</summary>
    private async Task FileAsync(OutgoingMail mail, MailMessage message, CancellationToken cancellation)
    {
        var making = Directory.CreateDirectory(Path.Combine(options.Folder, ".making", Guid.NewGuid().ToString("N")));
        using (var writer = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = making.FullName })
        {
            await writer.SendMailAsync(message, cancellation);
        }

        var name = mail.Id.Trim('<', '>').Split('@')[0];
        making.GetFiles().Single().MoveTo(Path.Combine(options.Folder, $"{name}.eml"), overwrite: true);
        making.Delete();
    }

    private void Forget()
    {
        client?.Dispose();
        client = null;
    }
}
