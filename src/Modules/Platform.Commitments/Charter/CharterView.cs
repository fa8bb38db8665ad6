namespace Platform.Commitments.Charter;

/// <summary>A version of the charter as its page shows it.</summary>
/// <param name="Signatories">How many have signed.</param>
internal sealed record CharterView(CharterVersion Version, IReadOnlyList<CharterPart> Parts, int Signatories)
{
    public static CharterView Of(CharterVersion version, int signatories) => new(version, CharterPart.Of(version), signatories);

    /// <summary>The follow-up section introduces first the seats and then the tasks: its paragraphs stand before each of them.</summary>
    public static (string? BeforeSeats, string? BeforeTasks) SplitTeam(string? markdown)
    {
        if (markdown is null)
        {
            return (null, null);
        }

        var at = markdown.LastIndexOf("\n\n", StringComparison.Ordinal);
        return at < 0 ? (markdown, null) : (markdown[..at], markdown[(at + 2)..]);
    }
}
