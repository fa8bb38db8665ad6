using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>An openness project and its card. What the documents do not say stays unsaid.</summary>
internal sealed class Project
{
    private Project()
    {
    }

    public int Id { get; private set; }

    public int ProgrammeId { get; private set; }

    /// <summary>Its number in the national list, and in its address.</summary>
    public int Number { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    /// <summary>The title on its card, where the commune words it otherwise.</summary>
    public LocalizedText? CardTitle { get; private set; }

    public int? CardNumber { get; private set; }

    public LocalizedText? Problem { get; private set; }

    public LocalizedText? Solutions { get; private set; }

    public LocalizedText? Funding { get; private set; }

    public SeedSource? Source { get; private set; }

    public List<ProjectIndicator> Indicators { get; } = [];

    public static Project Of(int number, LocalizedText title, LocalizedText? cardTitle = null, int? cardNumber = null, SeedSource? source = null) =>
        new() { Number = number, Title = title, CardTitle = cardTitle, CardNumber = cardNumber, Source = source.Own() };

    public void Describe(LocalizedText? problem, LocalizedText? solutions, LocalizedText? funding) =>
        (Problem, Solutions, Funding) = (problem, solutions, funding);
}

internal sealed class ProjectConfiguration : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("openness_projects");
        builder.HasIndex(project => new { project.ProgrammeId, project.Number }).IsUnique();
        builder.HasSource(project => project.Source);
        builder.HasMany(project => project.Indicators).WithOne().HasForeignKey(indicator => indicator.ProjectId);
    }
}
