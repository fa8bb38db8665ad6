using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Commitments.Evaluations;

/// <summary>What the commune does with what the committee said.</summary>
internal enum Reply
{
    /// <summary>It has been read; nothing changes.</summary>
    Noted,

    /// <summary>The commune agrees, and says what it will do.</summary>
    Taken,

    /// <summary>The commune sees it otherwise, and says why.</summary>
    SeenOtherwise,
}

/// <summary>The team's answer to what was judged of one thing. Rows are only ever added; the last one counts, the earlier ones stay.</summary>
internal sealed class EvaluationAnswer : IImmutable
{
    private EvaluationAnswer()
    {
    }

    public int Id { get; private set; }

    public int EvaluationId { get; private set; }

    public string Thing { get; private set; } = "";

    public Reply Reply { get; private set; }

    public LocalizedText? Text { get; private set; }

    public DateTime At { get; private set; }

    public static EvaluationAnswer To(Evaluation evaluation, string thing, Reply reply, LocalizedText? text, DateTime at) =>
        new() { EvaluationId = evaluation.Id, Thing = thing, Reply = reply, Text = text, At = at };
}

internal sealed class EvaluationAnswerConfiguration : IEntityTypeConfiguration<EvaluationAnswer>
{
    public void Configure(EntityTypeBuilder<EvaluationAnswer> builder)
    {
        builder.ToTable("evaluation_answers");
        builder.Property(answer => answer.Thing).HasMaxLength(Judgement.ThingLength);
        builder.HasIndex(answer => new { answer.EvaluationId, answer.Thing });
        builder.HasOne<Evaluation>().WithMany().HasForeignKey(answer => answer.EvaluationId);
    }
}
