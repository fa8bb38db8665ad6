using Platform.Kernel.Text;

namespace Platform.Kernel.Charters;

/// <summary>The tracking matrix of the charter, for rooms whose processes use it.</summary>
public interface ICharterUses
{
    /// <summary>
    /// Notes that a participatory process uses the charter; a second time with the same subject brings the line up to date. It is written to the commune's
    /// context and saved with the caller's own changes. What people wrote of difficulties stays.
    /// </summary>
    /// <param name="subject">What the line belongs to, by a key that does not change: <c>process:larache-openness</c>.</param>
    /// <param name="actors">How many took part, where they were counted.</param>
    Task RecordAsync(string subject, LocalizedText process, LadderRung rung, DateOnly usedOn, int? actors, CancellationToken cancellation);
}
