using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>The openness programme of the commune, prepared with its citizens and adopted by its council.</summary>
internal sealed class Programme : IRevised
{
    public const int DecisionNumberLength = 80;
    public const int DeliberationLength = 80;

    /// <summary>What the document of its adoption is attached to, among the commune's documents.</summary>
    public const string DocumentsSubject = "openness:adoption";

    private Programme()
    {
    }

    public int Id { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    /// <summary>Day of the council's vote; none while the programme is only announced.</summary>
    public DateOnly? AdoptedOn { get; private set; }

    public LocalizedText? Session { get; private set; }

    /// <summary>As the minutes number the council's decision.</summary>
    public string? Deliberation { get; private set; }

    /// <summary>The first day of the years that it is for.</summary>
    public DateOnly? RunsFrom { get; private set; }

    public DateOnly? RunsTo { get; private set; }

    /// <summary>When it came to be on the site, UTC; none while only the commune's team sees it.</summary>
    public DateTime? PublishedAt { get; private set; }

    public int Revision { get; private set; }

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

    /// <summary>A programme that is about to be written: the public sees it when it is published.</summary>
    public static Programme Begin(LocalizedText title) => new() { Title = title };

    /// <summary>Where its text comes from.</summary>
    public void Cite(SeedSource? source) => Source = source == Source ? Source : source.Own();

    public void SetUpCommittee(DateOnly? on, string? number, LocalizedText? text, SeedSource? source) =>
        (DecisionOn, DecisionNumber, DecisionText, CommitteeSource) = (on, number, text, source == CommitteeSource ? CommitteeSource : source.Own());

    public void Adopt(DateOnly on, LocalizedText? session, string? deliberation = null) => (AdoptedOn, Session, Deliberation) = (on, session, deliberation);

    /// <summary>It was recorded by mistake, moments ago.</summary>
    public void TakeAdoptionBack() => (AdoptedOn, Session, Deliberation) = (null, null, null);

    public void Rename(LocalizedText title) => Title = title;

    /// <exception cref="ArgumentException">It would end before it starts.</exception>
    public void RunFor(DateOnly? from, DateOnly? to)
    {
        if (to < from)
        {
            throw new ArgumentException("A programme ends on the day it starts or later.", nameof(to));
        }

        (RunsFrom, RunsTo) = (from, to);
    }

    public void Publish(DateTime now) => PublishedAt ??= now;
}

internal sealed class ProgrammeConfiguration : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("openness_programmes");
        builder.Property(programme => programme.Deliberation).HasMaxLength(Programme.DeliberationLength);
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
