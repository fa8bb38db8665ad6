using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;

namespace Platform.Participation.Decisions;

/// <summary>The commune's answer to a remark, or to several that say the same: what was decided, why, and what it changed. Every remark gets one.</summary>
internal sealed class Decision : IRevised
{
    public const int LinkLength = 120;
    public const int UndertakingLength = 80;

    private Decision()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

    public int ConsultationId { get; private set; }

    public Outcome Outcome { get; private set; }

    public LocalizedText Reason { get; private set; } = null!;

    /// <summary>Who is competent, and how to reach them: of what is outside the commune's powers only, and required there.</summary>
    public LocalizedText? Competent { get; private set; }

    /// <summary>What it changed, in words.</summary>
    public LocalizedText? Change { get; private set; }

    /// <summary>Where the change can be read, relative to the language's root: <c>/charter/versions/2#vision</c>, <c>/openness/projects/68</c>.</summary>
    public string? ChangeLink { get; private set; }

    /// <summary>Key of the activity or project that carries it out (<c>activity:1/2.1</c>): of what was taken up only. The proposal is carried out when that is.</summary>
    public string? Became { get; private set; }

    /// <summary>Account of who decided.</summary>
    public int DecidedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime DecidedAt { get; private set; }

    /// <summary>When the authors and the public came to know, UTC; none while the team and the committee still discuss it.</summary>
    public DateTime? PublishedAt { get; private set; }

    public static Decision Of(Consultation consultation, DecisionText text, int decidedBy, DateTime at)
    {
        var decision = new Decision { ConsultationId = consultation.Id };
        decision.Revise(text, decidedBy, at);
        return decision;
    }

    /// <exception cref="ArgumentException">It sends people away without saying where to.</exception>
    public void Revise(DecisionText text, int decidedBy, DateTime at)
    {
        if (text.Outcome == Outcome.OutsidePowers && text.Competent is null)
        {
            throw new ArgumentException("What is outside the commune's powers is within somebody's.", nameof(text));
        }

        (Outcome, Reason, Competent, Change, ChangeLink) =
            (text.Outcome, text.Reason, text.Outcome == Outcome.OutsidePowers ? text.Competent : null, text.Change, text.ChangeLink);
        Became = text.Outcome is Outcome.TakenUp or Outcome.TakenUpInPart ? text.Became : null;
        (DecidedBy, DecidedAt) = (decidedBy, at);
    }

    public void Publish(DateTime at) => PublishedAt ??= at;
}

internal sealed record DecisionText(Outcome Outcome, LocalizedText Reason, LocalizedText? Competent, LocalizedText? Change, string? ChangeLink, string? Became = null);

internal enum Outcome
{
    TakenUp,
    TakenUpInPart,
    NotTakenUp,
    AlreadyThere,

    /// <summary>Another authority's to decide.</summary>
    OutsidePowers,
}

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("decisions");
        builder.Property(decision => decision.ChangeLink).HasMaxLength(Decision.LinkLength);
        builder.Property(decision => decision.Became).HasMaxLength(Decision.UndertakingLength);
        builder.HasOne<Consultation>().WithMany().HasForeignKey(decision => decision.ConsultationId);
        builder.HasIndex(decision => new { decision.ConsultationId, decision.PublishedAt });
    }
}
