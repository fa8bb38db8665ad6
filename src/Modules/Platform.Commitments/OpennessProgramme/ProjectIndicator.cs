using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>An indicator that the card of a project names.</summary>
internal sealed class ProjectIndicator
{
    private ProjectIndicator()
    {
    }

    public int Id { get; private set; }

    public int ProjectId { get; private set; }

    public ProjectIndicatorKind Kind { get; private set; }

    public int Position { get; private set; }

    public LocalizedText Text { get; private set; } = null!;

    public static ProjectIndicator Of(ProjectIndicatorKind kind, int position, LocalizedText text) =>
        new() { Kind = kind, Position = position, Text = text };

    public void Word(int position, LocalizedText text) => (Position, Text) = (position, text);
}

internal sealed class ProjectIndicatorConfiguration : IEntityTypeConfiguration<ProjectIndicator>
{
    public void Configure(EntityTypeBuilder<ProjectIndicator> builder)
    {
        builder.ToTable("openness_project_indicators");
        builder.HasIndex(indicator => new { indicator.ProjectId, indicator.Kind, indicator.Position });
    }
}
