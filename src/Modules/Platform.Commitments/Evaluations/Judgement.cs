using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.OpennessProgramme;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Commitments.Evaluations;

/// <summary>
/// What a member of the committee thinks of one thing, or of the whole, after the period. Rows are only ever added: of each member and thing the last one
/// counts. The public reads it with the evaluation, without the member's name.
/// </summary>
internal sealed class Judgement : IImmutable
{
    public const int LongestComment = 2000;
    public const int ThingLength = 60;
    public const int ReferenceLength = 20;
    public const int DocumentsKeyLength = 32;

    private Judgement()
    {
    }

    public int Id { get; private set; }

    public int EvaluationId { get; private set; }

    public int Account { get; private set; }

    /// <summary>Key of the thing (<see cref="EvaluatedDocuments"/>).</summary>
    public string Thing { get; private set; } = "";

    /// <summary>Its number and its title as they were then: an activity may be moved, reworded or archived afterwards.</summary>
    public string Reference { get; private set; } = "";

    public LocalizedText Title { get; private set; } = null!;

    /// <summary>How far it has come, on the scale that openness projects are reported on.</summary>
    public Completion Degree { get; private set; }

    /// <summary>In the member's own words and language.</summary>
    public string? Comment { get; private set; }

    public string? DocumentsKey { get; private set; }

    /// <summary>What its files are attached to; none where it came without files.</summary>
    public string? DocumentsSubject => DocumentsKey is null ? null : "judgement:" + DocumentsKey;

    public DateTime At { get; private set; }

    public static Judgement On(Evaluation evaluation, int account, EvaluatedThing thing, Completion degree, string? comment, DateTime at) => new()
    {
        EvaluationId = evaluation.Id,
        Account = account,
        Thing = thing.Key,
        Reference = thing.Reference,
        Title = thing.Title,
        Degree = degree,
        Comment = comment,
        At = at,
    };

    /// <summary>Files are about to be attached to it.</summary>
    public string HaveDocuments()
    {
        DocumentsKey ??= Guid.NewGuid().ToString("N");
        return DocumentsSubject!;
    }
}

internal sealed class JudgementConfiguration : IEntityTypeConfiguration<Judgement>
{
    public void Configure(EntityTypeBuilder<Judgement> builder)
    {
        builder.ToTable("evaluation_judgements");
        builder.Ignore(judgement => judgement.DocumentsSubject);
        builder.Property(judgement => judgement.Thing).HasMaxLength(Judgement.ThingLength);
        builder.Property(judgement => judgement.Reference).HasMaxLength(Judgement.ReferenceLength);
        builder.Property(judgement => judgement.Comment).HasMaxLength(Judgement.LongestComment);
        builder.Property(judgement => judgement.DocumentsKey).HasMaxLength(Judgement.DocumentsKeyLength);
        builder.HasIndex(judgement => new { judgement.EvaluationId, judgement.Thing });
        builder.HasIndex(judgement => judgement.Thing);
        builder.HasOne<Evaluation>().WithMany().HasForeignKey(judgement => judgement.EvaluationId);
    }
}
