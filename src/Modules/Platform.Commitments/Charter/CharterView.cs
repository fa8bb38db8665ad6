using System.Globalization;
using Platform.Commitments.Charter.Drafting;
using Platform.Commitments.Charter.FollowUp;
using Platform.Commitments.Evaluations;
using Platform.Kernel.Consulting;
using Platform.Kernel.Files;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter;

/// <summary>A version of the charter as its page shows it.</summary>
/// <param name="Signatories">How many have signed.</param>
internal sealed record CharterView(CharterVersion Version, IReadOnlyList<CharterPart> Parts, int Signatories)
{
    /// <summary>Where the commitments stand, by their keys; none where they are not followed up, as in earlier versions.</summary>
    public IReadOnlyDictionary<string, CommitmentStanding>? Standings { get; init; }

    /// <summary>What the committee said last of commitments, by the keys of its evaluations.</summary>
    public IReadOnlyDictionary<string, Verdict> Verdicts { get; init; } = new Dictionary<string, Verdict>();

    /// <summary>The rounds of consultation that it was made in.</summary>
    public IReadOnlyList<ConsultationRound> Rounds { get; init; } = [];

    /// <summary>Documents of its adoption.</summary>
    public IReadOnlyList<AttachedDocument> Documents { get; init; } = [];

    /// <summary>A round in which everybody can make suggestions now.</summary>
    public ConsultationRound? OpenRound { get; init; }

    /// <summary>Remarks that shaped it, by section and commitment.</summary>
    public IReadOnlyList<Shaped> Shaped { get; init; } = [];

    public Verdict? VerdictOn(Commitment commitment) => Verdicts.GetValueOrDefault(EvaluatedDocuments.OfCommitment(commitment.Key));

    /// <summary>Every address at which this text stood, or what became of it: what shaped an earlier version shaped what came of it.</summary>
    public static IReadOnlyCollection<string> AddressesOf(CharterVersion version) =>
    [
        .. version.State == CharterState.InForce ? ["/charter"] : Array.Empty<string>(),
        .. Enumerable.Range(1, version.Number).Select(PageOf),
    ];

    /// <summary>Where a version stands for good.</summary>
    public static string PageOf(int number) => string.Create(CultureInfo.InvariantCulture, $"/charter/versions/{number}");

    /// <summary>
    /// The passages of a section, by where remarks shaped them: one that was shaped stands alone with its anchor (<c>vision:3</c>), those between stay together. Only what
    /// this very version was shaped by: in another one the third paragraph may say something else. Nothing where no passage was.
    /// </summary>
    public IReadOnlyList<(string? Anchor, LocalizedText Text)> ShapedPassagesOf(CharterPart part)
    {
        var here = Shaped.Where(shaped => shaped.Page == PageOf(Version.Number)).Select(shaped => shaped.Anchor).ToHashSet(StringComparer.Ordinal);
        var passages = part.Text is null ? [] : Passages.Split(part.Text);
        var anchors = passages.Select((_, at) => string.Create(CultureInfo.InvariantCulture, $"{part.Key}:{at + 1}")).ToList();
        if (!anchors.Exists(here.Contains))
        {
            return [];
        }

        var shown = new List<(string? Anchor, LocalizedText Text)>();
        for (var at = 0; at < passages.Count; at++)
        {
            if (here.Contains(anchors[at]))
            {
                shown.Add((anchors[at], passages[at]));
            }
            else if (shown is [.., (null, var before)])
            {
                shown[^1] = (null, Together(before, passages[at]));
            }
            else
            {
                shown.Add((null, passages[at]));
            }
        }

        return shown;
    }

    /// <summary>Whether more than its passages, each of which says so itself, was shaped of a section.</summary>
    public bool IsShapedAsWhole(CharterPart part, IReadOnlyList<(string? Anchor, LocalizedText Text)> passages)
    {
        var placed = passages.Select(passage => passage.Anchor).ToHashSet(StringComparer.Ordinal);
        return Shaped.Any(shaped => (shaped.Anchor == part.Key || shaped.Anchor.StartsWith(part.Key + ":", StringComparison.Ordinal))
            && !(shaped.Page == PageOf(Version.Number) && placed.Contains(shaped.Anchor)));
    }

    private static LocalizedText Together(LocalizedText one, LocalizedText other) => new(
        one.Ar + "\n\n" + other.Ar, one.Fr is null ? null : one.Fr + "\n\n" + other.Fr, one.Zgh is null ? null : one.Zgh + "\n\n" + other.Zgh);

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
