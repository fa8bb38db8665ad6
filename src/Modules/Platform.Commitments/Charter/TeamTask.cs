using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter;

/// <summary>A task of the follow-up team.</summary>
internal sealed class TeamTask : ICharterItem
{
    private TeamTask()
    {
    }

    public int Id { get; private set; }

    public int CharterVersionId { get; private set; }

    public int Revision { get; private set; }

    public int Position { get; private set; }

    public LocalizedText Text { get; private set; } = null!;

    public static TeamTask Of(int position, LocalizedText text) => new() { Position = position, Text = text };

    public void Revise(LocalizedText text) => Text = text;

    public void Place(int position) => Position = position;
}

internal sealed class TeamTaskConfiguration : IEntityTypeConfiguration<TeamTask>
{
    public void Configure(EntityTypeBuilder<TeamTask> builder)
    {
        builder.ToTable("charter_team_tasks");
        builder.HasIndex(task => new { task.CharterVersionId, task.Position });
    }
}
