using System.Globalization;
using Platform.Commitments.Charter.Drafting;
using Platform.Commitments.Charter.FollowUp;
using Platform.Kernel.Consulting;
using Platform.Kernel.Files;

namespace Platform.Commitments.Charter;

/// <summary>A version of the charter as its page shows it.</summary>
/// <param name="Signatories">How many have signed.</param>
internal sealed record CharterView(CharterVersion Version, IReadOnlyList<CharterPart> Parts, int Signatories)
{
    /// <summary>Where the commitments stand, by their keys; none where they are not followed up, as in earlier versions.</summary>
    public IReadOnlyDictionary<string, CommitmentStanding>? Standings { get; init; }

    /// <summary>The rounds of consultation that it was made in.</summary>
    public IReadOnlyList<ConsultationRound> Rounds { get; init; } = [];

    /// <summary>Documents of its adoption.</summary>
    public IReadOnlyList<AttachedDocument> Documents { get; init; } = [];

    /// <summary>A round in which everybody can make suggestions now.</summary>
    public ConsultationRound? OpenRound { get; init; }

    /// <summary>Remarks that shaped it, by section and commitment.</summary>
    public IReadOnlyList<Shaped> Shaped { get; init; } = [];

    /// <summary>Every address at which this text stood, or what became of it: what shaped an earlier version shaped what came of it.</summary>
    public static IReadOnlyCollection<string> AddressesOf(CharterVersion version) =>
    [
        .. version.State == CharterState.InForce ? ["/charter"] : Array.Empty<string>(),
        .. Enumerable.Range(1, version.Number).Select(number => string.Create(CultureInfo.InvariantCulture, $"/charter/versions/{number}")),
    ];

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
