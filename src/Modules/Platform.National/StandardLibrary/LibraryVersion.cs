using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Indicators;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.National.Intake;

namespace Platform.National.StandardLibrary;

/// <summary>A published version of a standard indicator's definition. It is never changed: what changes is the next version.</summary>
internal sealed class LibraryVersion : IImmutable
{
    private LibraryVersion()
    {
    }

    public int Id { get; private set; }

    public string Code { get; private set; } = "";

    public int Version { get; private set; }

    public Period From { get; private set; }

    public LocalizedText Name { get; private set; } = null!;

    public LocalizedText Definition { get; private set; } = null!;

    public LocalizedText Unit { get; private set; } = null!;

    public Direction Direction { get; private set; }

    public LocalizedText Reason { get; private set; } = null!;

    public DateTime PublishedAt { get; private set; }

    public static LibraryVersion Of(StandardVersion version) => new()
    {
        Code = version.Code,
        Version = version.Version,
        From = version.From,
        Name = version.Name,
        Definition = version.Definition,
        Unit = version.Unit,
        Direction = version.Direction,
        Reason = version.Reason,
        PublishedAt = version.PublishedAt,
    };

    public StandardVersion ToContract() => new(Code, Version, From, Name, Definition, Unit, Direction, Reason, PublishedAt);
}

internal sealed class LibraryVersionConfiguration : IEntityTypeConfiguration<LibraryVersion>
{
    public void Configure(EntityTypeBuilder<LibraryVersion> builder)
    {
        builder.ToTable("library_versions");
        builder.Property(version => version.Code).HasMaxLength(NationalSnapshot.IndicatorLength);
        builder.Property(version => version.From).HasColumnName("StartsWith");

        // Of two officers who publish at once the second is told.
        builder.HasIndex(version => new { version.Code, version.Version }).IsUnique();
    }
}
