using System.ComponentModel.DataAnnotations;

namespace Platform.Data.Auditing;

/// <summary>Section <c>Audit</c>: how long the trails hold what is nobody's business for ever.</summary>
public sealed class AuditOptions
{
    public const string Section = "Audit";

    /// <summary>
    /// Days that the addresses from which people act are kept: for as long as an act may have to be looked into. A year, as long as administrations keep the logs
    /// of their systems, where the operator says nothing else; each commune's privacy notice says how long.
    /// </summary>
    [Range(30, 3650)]
    public int AddressDays { get; set; } = 365;
}
