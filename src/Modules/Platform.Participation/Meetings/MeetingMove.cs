using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Participation.Meetings;

/// <summary>A meeting was put at another time or place than announced: when and where it was to be, and why it is not.</summary>
internal sealed class MeetingMove : IImmutable
{
    private MeetingMove()
    {
    }

    public int Id { get; private set; }

    public int MeetingId { get; private set; }

    public DateTime StartsAt { get; private set; }

    public DateTime EndsAt { get; private set; }

    public LocalizedText? Place { get; private set; }

    public LocalizedText Reason { get; private set; } = null!;

    /// <summary>When that was decided, UTC.</summary>
    public DateTime DecidedAt { get; private set; }

    public static MeetingMove Of(DateTime startsAt, DateTime endsAt, LocalizedText? place, LocalizedText reason, DateTime decidedAt) =>
        new() { StartsAt = startsAt, EndsAt = endsAt, Place = place, Reason = reason, DecidedAt = decidedAt };
}

internal sealed class MeetingMoveConfiguration : IEntityTypeConfiguration<MeetingMove>
{
    public void Configure(EntityTypeBuilder<MeetingMove> builder) => builder.ToTable("meeting_moves");
}
