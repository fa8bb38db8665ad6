using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter;

/// <summary>One text of the commune's charter. A revision is a new version; no adopted version is ever rewritten.</summary>
internal sealed class CharterVersion : IRevised
{
    public const int DeliberationLength = 80;
    public const int TitleLength = 300;

    private CharterVersion()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

    /// <summary>From 1, without gaps.</summary>
    public int Number { get; private set; }

    public CharterState State { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    /// <summary>Day of the council's vote; every version but a draft has one.</summary>
    public DateOnly? AdoptedOn { get; private set; }

    public LocalizedText? Session { get; private set; }

    /// <summary>Number of the council's deliberation, where it is known.</summary>
    public string? Deliberation { get; private set; }

    /// <summary>What the documents of its adoption are attached to, among the commune's documents.</summary>
    public string DocumentsSubject => $"charter:{Number}";

    /// <summary>When it came to be on the site, UTC.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>True while it is in force, nothing otherwise: two versions in force are refused by the database, whoever publishes at once.</summary>
    public bool? Reigning { get; private set; }

    /// <summary>The last edit of its text, UTC; none where it came as a whole.</summary>
    public DateTime? EditedAt { get; private set; }

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

    /// <summary>A version that was adopted and published before the platform came.</summary>
    /// <exception cref="InvalidOperationException">It is no draft any more.</exception>
    public void Adopt(DateOnly on, LocalizedText? session, string? deliberation, DateTime publishedAt)
    {
        RecordAdoption(on, session, deliberation);
        Publish(publishedAt);
    }

    /// <summary>The council has adopted it: from now on its text stays as it is.</summary>
    /// <exception cref="InvalidOperationException">It is no draft any more.</exception>
    public void RecordAdoption(DateOnly on, LocalizedText? session, string? deliberation)
    {
        RefuseUnlessDraft();
        (State, AdoptedOn, Session, Deliberation) = (CharterState.Adopted, on, session, deliberation);
    }

    /// <summary>The adoption was written down by mistake, or the council changed the text.</summary>
    /// <exception cref="InvalidOperationException">It is not adopted, or already published.</exception>
    public void ReturnToDraft()
    {
        Refuse(CharterState.Adopted);
        (State, AdoptedOn, Session, Deliberation) = (CharterState.Draft, null, null, null);
    }

    /// <summary>It is in force from now on, and everybody reads it.</summary>
    /// <exception cref="InvalidOperationException">It is not adopted, or already published.</exception>
    public void Publish(DateTime at)
    {
        Refuse(CharterState.Adopted);
        (State, PublishedAt, Reigning) = (CharterState.InForce, at, true);
    }

    /// <summary>A later version takes its place.</summary>
    /// <exception cref="InvalidOperationException">It is not in force.</exception>
    public void Supersede()
    {
        Refuse(CharterState.InForce);
        (State, Reigning) = (CharterState.Superseded, null);
    }

    /// <summary>Something in its text changes: noted in the version too, so that nobody edits a text that another adopts in the same moment.</summary>
    /// <exception cref="InvalidOperationException">It is no draft any more.</exception>
    public void Touch(DateTime at)
    {
        RefuseUnlessDraft();
        EditedAt = at;
    }

    /// <summary>Forgets parts that were removed from the database.</summary>
    public void Clear()
    {
        Sections.Clear();
        Ladder.Clear();
        References.Clear();
        Commitments.Clear();
        Seats.Clear();
        Tasks.Clear();
    }

    public void Rename(LocalizedText title) => Title = title;

    private void RefuseUnlessDraft() => Refuse(CharterState.Draft);

    private void Refuse(CharterState unless)
    {
        if (State != unless)
        {
            throw new InvalidOperationException($"Version {Number} of the charter is {State}, not {unless}.");
        }
    }
}

internal sealed class CharterVersionConfiguration : IEntityTypeConfiguration<CharterVersion>
{
    public void Configure(EntityTypeBuilder<CharterVersion> builder)
    {
        builder.ToTable("charter_versions");
        builder.Property(version => version.Deliberation).HasMaxLength(CharterVersion.DeliberationLength);
        builder.Ignore(version => version.DocumentsSubject);
        builder.HasIndex(version => version.Number).IsUnique();
        builder.HasIndex(version => version.Reigning).IsUnique();
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

internal static class CharterVersions
{
    /// <summary>Versions that everybody may read: those that are or were in force.</summary>
    public static IQueryable<CharterVersion> Published(this IQueryable<CharterVersion> versions) =>
        versions.Where(version => version.State == CharterState.InForce || version.State == CharterState.Superseded);

    /// <summary>The version being made, if any: a commune works on one at a time.</summary>
    public static IQueryable<CharterVersion> Open(this IQueryable<CharterVersion> versions) =>
        versions.Where(version => version.State == CharterState.Draft || version.State == CharterState.Adopted);

    /// <summary>With all parts, in the order of the document. One query per part: as one join the parts would multiply each other.</summary>
    public static IQueryable<CharterVersion> Whole(this IQueryable<CharterVersion> versions) => versions
        .Include(version => version.Sections.OrderBy(section => section.Position))
        .Include(version => version.Ladder.OrderBy(rung => rung.Position))
        .Include(version => version.References.OrderBy(reference => reference.Position))
        .Include(version => version.Commitments.OrderBy(commitment => commitment.Position))
        .Include(version => version.Seats.OrderBy(seat => seat.Position))
        .Include(version => version.Tasks.OrderBy(task => task.Position))
        .AsSplitQuery();
}
