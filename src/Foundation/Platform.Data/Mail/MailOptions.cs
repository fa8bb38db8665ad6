using System.ComponentModel.DataAnnotations;

namespace Platform.Data.Mail;

public enum MailSecurity
{
    /// <summary>Encryption is asked for after the greeting, and nothing is sent where the server refuses it.</summary>
    StartTls,

    /// <summary>No encryption: for a server on this machine.</summary>
    None,
}

/// <summary>Section <c>Mail</c>. Without a server, mails become files in a folder.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    /// <summary>The server that takes mails (submission). None: mails are written to <see cref="Folder"/>.</summary>
    public string? Server { get; set; }

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The address that mails come from, for every commune; its name is the commune's.</summary>
    public string? From { get; set; }

    /// <summary>Where mails become <c>.eml</c> files while no server is configured: <c>mail</c> in the data folder.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Address of the national site, without a final slash.</summary>
    public string NationalAddress { get; set; } = "";

    /// <summary>How often one mail is tried before it is left to a person.</summary>
    [Range(1, 50)]
    public int MaximumAttempts { get; set; } = 8;

    /// <summary>Before the second attempt; four times as long before each further one, <see cref="LongestDelay"/> at most.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromMinutes(1);

    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a mail belongs to the instance that is sending it. One that died holds it back for this long.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often every outbox is looked at. A mail written in this process is sent at once all the same.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromMinutes(1);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Server is { Length: > 0 } && !Mails.IsAddress(From))
        {
            yield return new("Mail:From must be the address that mails come from, where Mail:Server is set.", [nameof(From)]);
        }

        if (Port == 465)
        {
            yield return new("Mail:Port 465 speaks TLS from the first byte, which is not supported: use the server's submission port, 587, with StartTls.", [nameof(Port)]);
        }

        if (Lease <= Timeout)
        {
            yield return new("Mail:Lease must be longer than Mail:Timeout: a mail that is still being sent would be sent again.", [nameof(Lease)]);
        }
    }

    public TimeSpan DelayAfter(int attempts) =>
        TimeSpan.FromTicks((long)Math.Min(LongestDelay.Ticks, FirstDelay.Ticks * Math.Pow(4, Math.Max(0, attempts - 1))));
}
