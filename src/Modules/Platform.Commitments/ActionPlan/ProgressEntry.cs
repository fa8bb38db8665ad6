using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>
/// What somebody said of an activity's progress. Entries are only ever added: the state at a date is the last entry that took effect on or before it,
/// and of several of one day the one recorded last.
/// </summary>
internal sealed class ProgressEntry : IImmutable
{
    public const int Full = 100;
    public const int DocumentsKeyLength = 32;

    private ProgressEntry()
    {
    }

    public int Id { get; private set; }

    public int ActivityId { get; private set; }

    /// <summary>The day from which it is so.</summary>
    public DateOnly EffectiveOn { get; private set; }

    public ActivityStatus Status { get; private set; }

    /// <summary>0 to 100. A completed activity is at 100, a planned one at 0.</summary>
    public int Percent { get; private set; }

    public LocalizedText? Note { get; private set; }

    /// <summary>Who says so: a service or a committee.</summary>
    public LocalizedText? SaidBy { get; private set; }

    /// <summary>What shows it: minutes, a document, a page.</summary>
    public LocalizedText? Evidence { get; private set; }

    /// <summary>What holds it up, where something does.</summary>
    public LocalizedText? Obstacle { get; private set; }

    /// <summary>The last part of <see cref="DocumentsSubject"/>: a key of its own, known before it is saved.</summary>
    public string? DocumentsKey { get; private set; }

    /// <summary>What its files are attached to, among the commune's documents; none where it came without files.</summary>
    public string? DocumentsSubject => DocumentsKey is null ? null : SubjectOf(DocumentsKey);

    public DateTime RecordedAt { get; private set; }

    /// <summary>Made up to show the platform.</summary>
    public bool Demonstration { get; private set; }

    /// <exception cref="ArgumentOutOfRangeException">The percent does not fit the status.</exception>
    public static ProgressEntry Of(
        DateOnly effectiveOn,
        ActivityStatus status,
        int percent,
        LocalizedText? note,
        LocalizedText? saidBy,
        LocalizedText? evidence,
        DateTime recordedAt,
        bool demonstration = false,
        LocalizedText? obstacle = null)
    {
        if (!Fits(status, percent))
        {
            throw new ArgumentOutOfRangeException(nameof(percent), percent, $"{percent} per cent does not fit an activity that is {status}.");
        }

        return new()
        {
            EffectiveOn = effectiveOn,
            Status = status,
            Percent = percent,
            Note = note,
            SaidBy = saidBy,
            Evidence = evidence,
            Obstacle = obstacle,
            RecordedAt = recordedAt,
            Demonstration = demonstration,
        };
    }

    public static string SubjectOf(string key) => "progress:" + key;

    /// <summary>Files are about to be attached to it.</summary>
    public string HaveDocuments()
    {
        DocumentsKey ??= Guid.NewGuid().ToString("N");
        return DocumentsSubject!;
    }

    public static bool Fits(ActivityStatus status, int percent) => status switch
    {
        ActivityStatus.Planned => percent == 0,
        ActivityStatus.Completed => percent == Full,
        _ => percent is >= 0 and <= Full,
    };
}

internal sealed class ProgressEntryConfiguration : IEntityTypeConfiguration<ProgressEntry>
{
    public void Configure(EntityTypeBuilder<ProgressEntry> builder)
    {
        builder.ToTable("plan_progress_entries");
        builder.HasIndex(entry => new { entry.ActivityId, entry.EffectiveOn });
        builder.HasIndex(entry => entry.RecordedAt);
        builder.Property(entry => entry.DocumentsKey).HasMaxLength(ProgressEntry.DocumentsKeyLength);
        builder.Ignore(entry => entry.DocumentsSubject);
    }
}
