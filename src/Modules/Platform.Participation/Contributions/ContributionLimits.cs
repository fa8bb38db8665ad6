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

    /// <summary>Nobody reads a question and answers it sooner.</summary>
    [Range(0, 60)]
    public int LeastSeconds { get; set; } = 2;

    /// <summary>In one text.</summary>
    [Range(0, 100)]
    public int MostLinks { get; set; } = 2;
}
