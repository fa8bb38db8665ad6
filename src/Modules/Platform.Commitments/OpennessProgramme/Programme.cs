using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>The openness programme of the commune, prepared with its citizens and adopted by its council.</summary>
internal sealed class Programme
{
    public const int DecisionNumberLength = 80;

    private Programme()
    {
    }

    public int Id { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    /// <summary>Day of the council's vote; none while the programme is only announced.</summary>
    public DateOnly? AdoptedOn { get; private set; }

    public LocalizedText? Session { get; private set; }

    /// <summary>When it came to be on the site, UTC.</summary>
    public DateTime PublishedAt { get; private set; }

    public SeedSource? Source { get; private set; }

    /// <summary>Day of the president's decision that set up the committee.</summary>
    public DateOnly? DecisionOn { get; private set; }

    public string? DecisionNumber { get; private set; }

    public LocalizedText? DecisionText { get; private set; }

    public SeedSource? CommitteeSource { get; private set; }

    public List<Statement> Statements { get; } = [];

    public List<Project> Projects { get; } = [];

    public List<Milestone> Milestones { get; } = [];

    public List<CommitteeMember> Members { get; } = [];

    public List<Figure> Figures { get; } = [];

    public static Programme Of(LocalizedText title, DateTime publishedAt, SeedSource? source = null) =>
        new() { Title = title, PublishedAt = publishedAt, Source = source.Own() };

    public void SetUpCommittee(DateOnly? on, string? number, LocalizedText? text, SeedSource? source) =>
        (DecisionOn, DecisionNumber, DecisionText, CommitteeSource) = (on, number, text, source.Own());

    public void Adopt(DateOnly on, LocalizedText? session) => (AdoptedOn, Session) = (on, session);

    public void Rename(LocalizedText title) => Title = title;
}

internal sealed class ProgrammeConfiguration : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("openness_programmes");
        builder.Property(programme => programme.DecisionNumber).HasMaxLength(Programme.DecisionNumberLength);
        builder.HasSource(programme => programme.Source);
        builder.HasSource(programme => programme.CommitteeSource, "CommitteeSource");
        builder.HasMany(programme => programme.Statements).WithOne().HasForeignKey(statement => statement.ProgrammeId);
        builder.HasMany(programme => programme.Projects).WithOne().HasForeignKey(project => project.ProgrammeId);
        builder.HasMany(programme => programme.Milestones).WithOne().HasForeignKey(milestone => milestone.ProgrammeId);
        builder.HasMany(programme => programme.Members).WithOne().HasForeignKey(member => member.ProgrammeId);
        builder.HasMany(programme => programme.Figures).WithOne().HasForeignKey(figure => figure.ProgrammeId);
    }
}
