using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter;

/// <summary>One text of the commune's charter. A revision is a new version; no adopted version is ever rewritten.</summary>
internal sealed class CharterVersion
{
    public const int DeliberationLength = 80;

    private CharterVersion()
    {
    }

    public int Id { get; private set; }

    /// <summary>From 1, without gaps.</summary>
    public int Number { get; private set; }

    public CharterState State { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    /// <summary>Day of the council's vote; every version but a draft has one.</summary>
    public DateOnly? AdoptedOn { get; private set; }

    public LocalizedText? Session { get; private set; }

    /// <summary>Number of the council's deliberation, where it is known.</summary>
    public string? Deliberation { get; private set; }

    /// <summary>When it came to be on the site, UTC.</summary>
    public DateTime? PublishedAt { get; private set; }

    public SeedSource? Source { get; private set; }

    public SeedSource? TeamSource { get; private set; }

    public List<CharterSection> Sections { get; } = [];

    public List<CharterRung> Ladder { get; } = [];

    public List<CharterReference> References { get; } = [];

    public List<Commitment> Commitments { get; } = [];

    public List<TeamSeat> Seats { get; } = [];

    public List<TeamTask> Tasks { get; } = [];

    public static CharterVersion Draft(int number, LocalizedText title, SeedSource? source = null, SeedSource? teamSource = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return new() { Number = number, State = CharterState.Draft, Title = title, Source = source.Own(), TeamSource = teamSource.Own() };
    }

    /// <summary>The council has adopted it.</summary>
    /// <exception cref="InvalidOperationException">It is no draft any more.</exception>
    public void Adopt(DateOnly on, LocalizedText? session, string? deliberation, DateTime publishedAt)
    {
        if (State != CharterState.Draft)
        {
            throw new InvalidOperationException($"Version {Number} of the charter was adopted already.");
        }

        (State, AdoptedOn, Session, Deliberation, PublishedAt) = (CharterState.InForce, on, session, deliberation, publishedAt);
    }

    /// <summary>A later version takes its place.</summary>
    /// <exception cref="InvalidOperationException">It is not in force.</exception>
    public void Supersede()
    {
        if (State != CharterState.InForce)
        {
            throw new InvalidOperationException($"Version {Number} of the charter is not in force.");
        }

        State = CharterState.Superseded;
    }

    public void Rename(LocalizedText title) => Title = title;
}

internal sealed class CharterVersionConfiguration : IEntityTypeConfiguration<CharterVersion>
{
    public void Configure(EntityTypeBuilder<CharterVersion> builder)
    {
        builder.ToTable("charter_versions");
        builder.Property(version => version.Deliberation).HasMaxLength(CharterVersion.DeliberationLength);
        builder.HasIndex(version => version.Number).IsUnique();
        builder.HasSource(version => version.Source);
        builder.HasSource(version => version.TeamSource, "TeamSource");
        builder.HasMany(version => version.Sections).WithOne().HasForeignKey(section => section.CharterVersionId);
        builder.HasMany(version => version.Ladder).WithOne().HasForeignKey(rung => rung.CharterVersionId);
        builder.HasMany(version => version.References).WithOne().HasForeignKey(reference => reference.CharterVersionId);
        builder.HasMany(version => version.Commitments).WithOne().HasForeignKey(commitment => commitment.CharterVersionId);
        builder.HasMany(version => version.Seats).WithOne().HasForeignKey(seat => seat.CharterVersionId);
        builder.HasMany(version => version.Tasks).WithOne().HasForeignKey(task => task.CharterVersionId);
    }
}
