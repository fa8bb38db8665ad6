using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>How far a commitment is.</summary>
internal enum CommitmentState
{
    NotStarted,
    UnderWay,
    Kept,
    NotKept,
}

/// <summary>
/// What was said of a commitment on a day. Entries are only ever added: the state on a date is the last one that holds by then, and of several of one day
/// the one written last. They follow the commitment through the versions of the charter.
/// </summary>
internal sealed class CommitmentEntry : IImmutable
{
    private CommitmentEntry()
    {
    }

    public int Id { get; private set; }

    public string CommitmentKey { get; private set; } = "";

    public CommitmentState State { get; private set; }

    public DateOnly On { get; private set; }

    public LocalizedText? Note { get; private set; }

    public DateTime RecordedAt { get; private set; }

    /// <summary>Made up to show the platform.</summary>
    public bool Demonstration { get; private set; }

    public static CommitmentEntry Of(string key, CommitmentState state, DateOnly on, LocalizedText? note, DateTime recordedAt, bool demonstration = false) =>
        new() { CommitmentKey = key, State = state, On = on, Note = note, RecordedAt = recordedAt, Demonstration = demonstration };
}

internal sealed class CommitmentEntryConfiguration : IEntityTypeConfiguration<CommitmentEntry>
{
    public void Configure(EntityTypeBuilder<CommitmentEntry> builder)
    {
        builder.ToTable("charter_commitment_entries");
        builder.Property(entry => entry.CommitmentKey).HasMaxLength(Commitment.KeyLength);
        builder.HasIndex(entry => new { entry.CommitmentKey, entry.On });
    }
}
