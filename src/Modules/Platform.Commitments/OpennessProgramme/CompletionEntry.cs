using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>What somebody said of a project's completion. Entries are only ever added; the one that took effect last holds.</summary>
internal sealed class CompletionEntry : IImmutable
{
    public const int DocumentsKeyLength = 32;

    private CompletionEntry()
    {
    }

    public int Id { get; private set; }

    public int ProjectId { get; private set; }

    /// <summary>The day from which it is so.</summary>
    public DateOnly EffectiveOn { get; private set; }

    public Completion Completion { get; private set; }

    public LocalizedText? Note { get; private set; }

    /// <summary>Who says so: the committee, a service, an evaluator.</summary>
    public LocalizedText? SaidBy { get; private set; }

    /// <summary>What shows it.</summary>
    public LocalizedText? Evidence { get; private set; }

    public DateTime RecordedAt { get; private set; }

    /// <summary>The last part of <see cref="DocumentsSubject"/>: a key of its own, known before it is saved.</summary>
    public string? DocumentsKey { get; private set; }

    /// <summary>What its files are attached to, among the commune's documents; none where it came without files.</summary>
    public string? DocumentsSubject => DocumentsKey is null ? null : SubjectOf(DocumentsKey);

    public static CompletionEntry Of(
        DateOnly effectiveOn, Completion completion, LocalizedText? note, LocalizedText? saidBy, LocalizedText? evidence, DateTime recordedAt) =>
        new() { EffectiveOn = effectiveOn, Completion = completion, Note = note, SaidBy = saidBy, Evidence = evidence, RecordedAt = recordedAt };

    public static string SubjectOf(string key) => "completion:" + key;

    /// <summary>Files are about to be attached to it.</summary>
    public string HaveDocuments()
    {
        DocumentsKey ??= Guid.NewGuid().ToString("N");
        return DocumentsSubject!;
    }
}

internal sealed class CompletionEntryConfiguration : IEntityTypeConfiguration<CompletionEntry>
{
    public void Configure(EntityTypeBuilder<CompletionEntry> builder)
    {
        builder.ToTable("openness_completions");
        builder.HasIndex(entry => new { entry.ProjectId, entry.EffectiveOn });
        builder.Property(entry => entry.DocumentsKey).HasMaxLength(CompletionEntry.DocumentsKeyLength);
        builder.Ignore(entry => entry.DocumentsSubject);
    }
}
