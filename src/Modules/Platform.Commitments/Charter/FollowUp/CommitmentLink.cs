using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.Indicators;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>What carries a commitment out or shows whether it is kept: an activity of the plan, or an indicator.</summary>
internal sealed class CommitmentLink
{
    private CommitmentLink()
    {
    }

    public int Id { get; private set; }

    public string CommitmentKey { get; private set; } = "";

    public int? ActivityId { get; private set; }

    public string? IndicatorCode { get; private set; }

    public static CommitmentLink ToActivity(string key, int activityId) => new() { CommitmentKey = key, ActivityId = activityId };

    public static CommitmentLink ToIndicator(string key, string code) => new() { CommitmentKey = key, IndicatorCode = code };
}

internal sealed class CommitmentLinkConfiguration : IEntityTypeConfiguration<CommitmentLink>
{
    public void Configure(EntityTypeBuilder<CommitmentLink> builder)
    {
        builder.ToTable("charter_commitment_links");
        builder.Property(link => link.CommitmentKey).HasMaxLength(Commitment.KeyLength);
        builder.Property(link => link.IndicatorCode).HasMaxLength(Indicator.CodeLength);
        builder.HasIndex(link => new { link.CommitmentKey, link.ActivityId, link.IndicatorCode }).IsUnique();
        builder.HasOne<Activity>().WithMany().HasForeignKey(link => link.ActivityId);
    }
}
