using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>An openness project and its card. What the documents do not say stays unsaid.</summary>
internal sealed class Project : IRevised
{
    /// <summary>National list of openness projects: three figures leave room for its growth.</summary>
    public const int HighestNumber = 999;

    /// <summary>What the act of adding it is recorded on, before it has a key. Its later acts are recorded on its key.</summary>
    public static string FirstSubjectOf(int number) => string.Create(CultureInfo.InvariantCulture, $"project:n{number}");

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

    /// <summary>The service, committee or person in office that leads it: never a private person.</summary>
    public LocalizedText? Lead { get; private set; }

    public LocalizedText? Partners { get; private set; }

    public SeedSource? Source { get; private set; }

    /// <summary>The day from which it is part of the programme; none where it always was.</summary>
    public DateOnly? AddedOn { get; private set; }

    /// <summary>The day from which it no longer is. Its card stays, and it can be brought back.</summary>
    public DateOnly? ArchivedOn { get; private set; }

    public int Revision { get; private set; }

    public List<ProjectIndicator> Indicators { get; } = [];

    public List<ProjectMilestone> Milestones { get; } = [];

    /// <summary>What was said of its completion, from time to time.</summary>
    public List<CompletionEntry> Completions { get; } = [];

    public static Project Of(
        int number, LocalizedText title, LocalizedText? cardTitle = null, int? cardNumber = null, SeedSource? source = null, DateOnly? addedOn = null) =>
        new() { Number = number, Title = title, CardTitle = cardTitle, CardNumber = cardNumber, Source = source.Own(), AddedOn = addedOn };

    public void Identify(int number, LocalizedText title, LocalizedText? cardTitle, int? cardNumber) =>
        (Number, Title, CardTitle, CardNumber) = (number, title, cardTitle, cardNumber);

    public void Entrust(LocalizedText? lead, LocalizedText? partners) => (Lead, Partners) = (lead, partners);

    public void Archive(DateOnly on) => ArchivedOn ??= on;

    public void Restore() => ArchivedOn = null;

    /// <summary>What was said last and holds on a day, or none.</summary>
    public CompletionEntry? CompletionOn(DateOnly day) =>
        Completions.Where(entry => entry.EffectiveOn <= day).OrderBy(entry => entry.EffectiveOn).ThenBy(entry => entry.Id).LastOrDefault();

    public void Describe(LocalizedText? problem, LocalizedText? solutions, LocalizedText? funding) =>
        (Problem, Solutions, Funding) = (problem, solutions, funding);

    /// <summary>Where it comes from.</summary>
    public void Cite(SeedSource? source) => Source = source == Source ? Source : source.Own();
}

internal sealed class ProjectConfiguration : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("openness_projects");
        builder.HasIndex(project => new { project.ProgrammeId, project.Number }).IsUnique();
        builder.HasSource(project => project.Source);
        builder.HasMany(project => project.Indicators).WithOne().HasForeignKey(indicator => indicator.ProjectId);
        builder.HasMany(project => project.Milestones).WithOne().HasForeignKey(milestone => milestone.ProjectId);
        builder.HasMany(project => project.Completions).WithOne().HasForeignKey(entry => entry.ProjectId);
    }
}
