using System.ComponentModel.DataAnnotations;

namespace Platform.Participation.Contributions;

/// <summary>
/// How much one address may send, so that a machine cannot drown a consultation. Many people share the address of a town hall or of a telephone company, so
/// that it is generous.
/// </summary>
internal sealed class ContributionLimits
{
    public const string Section = "Contributions";

    [Range(1, 1_000_000)]
    public int SendingsPerMinute { get; set; } = 60;

    /// <summary>Tracking codes that may be tried. They have 60 bits: guessing is hopeless, and this keeps it quiet.</summary>
    [Range(1, 1_000_000)]
    public int CodesPerMinute { get; set; } = 20;

    /// <summary>How often ideas like what is being typed may be looked up: a few for each title that is written.</summary>
    [Range(1, 1_000_000)]
    public int LooksPerMinute { get; set; } = 120;

    /// <summary>Nobody reads a question and answers it sooner.</summary>
    [Range(0, 60)]
    public int LeastSeconds { get; set; } = 2;

    /// <summary>Zero bits that a solved puzzle begins with, where a consultation asks for one: each more doubles the work. 17 are about a second on a cheap phone.</summary>
    [Range(1, 28)]
    public int ProofBits { get; set; } = 17;

    /// <summary>Where a puzzle is asked for and the browser cannot solve it: so long the form is open before it is taken, to be read by the team first.</summary>
    [Range(0, 3600)]
    public int LeastSecondsUnproved { get; set; } = 60;

    /// <summary>In one text.</summary>
    [Range(0, 100)]
    public int MostLinks { get; set; } = 2;
}
