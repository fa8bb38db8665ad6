using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter;

/// <summary>A task of the follow-up team.</summary>
internal sealed class TeamTask
{
    private TeamTask()
    {
    }

    public int Id { get; private set; }

    public int CharterVersionId { get; private set; }

    public int Position { get; private set; }

    public LocalizedText Text { get; private set; } = null!;

    public static TeamTask Of(int position, LocalizedText text) => new() { Position = position, Text = text };
}

internal sealed class TeamTaskConfiguration : IEntityTypeConfiguration<TeamTask>
{
    public void Configure(EntityTypeBuilder<TeamTask> builder)
    {
        builder.ToTable("charter_team_tasks");
        builder.HasIndex(task => new { task.CharterVersionId, task.Position }).IsUnique();
    }
}
