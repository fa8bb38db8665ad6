using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Commitments.ActionPlan;

/// <summary>A reference that an activity had before it was moved to another axis: links to it lead on, and no other activity gets it.</summary>
internal sealed class FormerReference
{
    private FormerReference()
    {
    }

    public int Id { get; private set; }

    public int ActivityId { get; private set; }

    public int AxisId { get; private set; }

    public int Number { get; private set; }

    public static FormerReference Of(Activity activity) => new() { ActivityId = activity.Id, AxisId = activity.AxisId, Number = activity.Number };
}

internal sealed class FormerReferenceConfiguration : IEntityTypeConfiguration<FormerReference>
{
    public void Configure(EntityTypeBuilder<FormerReference> builder)
    {
        builder.ToTable("plan_former_references");
        builder.HasIndex(former => new { former.AxisId, former.Number }).IsUnique();
        builder.HasOne<Activity>().WithMany().HasForeignKey(former => former.ActivityId).IsRequired();
        builder.HasOne<Axis>().WithMany().HasForeignKey(former => former.AxisId).IsRequired();
    }
}
