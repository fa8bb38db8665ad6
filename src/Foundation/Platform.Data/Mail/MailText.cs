using Platform.Kernel.Text;

namespace Platform.Data.Mail;

/// <summary>A part of a mail that tells of several things: one of them, with what is new of it.</summary>
/// <param name="Address">Its page, written in full.</param>
public sealed record MailPart(LocalizedText Title, string Address, IReadOnlyList<MailLine> Lines);

/// <summary>One piece of news.</summary>
/// <param name="Address">Where it can be read, written in full.</param>
public sealed record MailLine(DateOnly On, LocalizedText Text, string Address);

/// <summary>
/// What a mail says: texts of the room that sends it, in the receiver's language. <c>MailText.Of&lt;AccountTexts&gt;("Invitation", name, until)</c> takes
/// <c>InvitationSubject</c> and <c>InvitationBody</c>; <see cref="Leading"/> adds a button with the words of <c>InvitationButton</c>. In a body an empty line
/// starts a paragraph; values stand at <c>{0}</c>, <c>{1}</c> … and are text, never markup, whatever is in them.
/// </summary>
public sealed record MailText
{
    private MailText(Type texts, string key, IReadOnlyList<object?> values) => (Texts, Key, Values) = (texts, key, values);

    internal Type Texts { get; }

    internal string Key { get; }

    internal IReadOnlyList<object?> Values { get; }

    internal Uri? Link { get; private init; }

    internal IReadOnlyList<MailPart> Parts { get; private init; } = [];

    internal Uri? StopAt { get; private init; }

    /// <param name="values">Texts, <see cref="Platform.Kernel.Text.LocalizedText"/>, numbers, <see cref="DateOnly"/>, or instants (UTC, written on Morocco's clock).</param>
    public static MailText Of<TTexts>(string key, params object?[] values) => new(typeof(TTexts), key, values);

    /// <summary>With the one thing to do: a button, and the address below it for those who cannot press it.</summary>
    public MailText Leading(string address) => this with
    {
        Link = Whole(address),
    };

    /// <summary>With the news of several things after the body, each with its links.</summary>
    public MailText Telling(IEnumerable<MailPart> parts) => this with { Parts = [.. parts] };

    /// <summary>It comes again and again: mail programs show a button that ends it, and post to this address without a person (RFC 8058).</summary>
    public MailText StoppedAt(string address) => this with { StopAt = Whole(address) };

    private static Uri Whole(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp)
            ? link
            : throw new ArgumentException("A mail leads to an address of the web, written in full.", nameof(address));
}
