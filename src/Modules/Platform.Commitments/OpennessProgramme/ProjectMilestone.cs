using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>A step of a project: what will be there, and by when.</summary>
internal sealed class ProjectMilestone
{
    private ProjectMilestone()
    {
    }

    public int Id { get; private set; }

    public int ProjectId { get; private set; }

    public int Position { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    /// <summary>What can be seen when it is done: a page, a report, a decision.</summary>
    public LocalizedText? Output { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    public static ProjectMilestone Of(int position, LocalizedText title, LocalizedText? output, DateOnly? dueOn, DateOnly? doneOn)
    {
        var milestone = new ProjectMilestone();
        milestone.Describe(position, title, output, dueOn, doneOn);
        return milestone;
    }

    public void Describe(int position, LocalizedText title, LocalizedText? output, DateOnly? dueOn, DateOnly? doneOn) =>
        (Position, Title, Output, DueOn, DoneOn) = (position, title, output, dueOn, doneOn);

    public bool IsLateOn(DateOnly day) => DoneOn is null && DueOn < day;
}

internal sealed class ProjectMilestoneConfiguration : IEntityTypeConfiguration<ProjectMilestone>
{
    public void Configure(EntityTypeBuilder<ProjectMilestone> builder)
    {
        builder.ToTable("openness_project_milestones");
        builder.HasIndex(milestone => new { milestone.ProjectId, milestone.Position });
    }
}
