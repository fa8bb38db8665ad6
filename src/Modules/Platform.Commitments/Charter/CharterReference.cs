using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter;

/// <summary>A text that the charter stands on, as the charter quotes it.</summary>
internal sealed class CharterReference : ICharterItem
{
    private CharterReference()
    {
    }

    public int Id { get; private set; }

    public int CharterVersionId { get; private set; }

    public int Revision { get; private set; }

    public LegalReferenceKind Kind { get; private set; }

    public int Position { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    public LocalizedText Text { get; private set; } = null!;

    public SeedSource? Source { get; private set; }

    public static CharterReference Of(LegalReferenceKind kind, int position, LocalizedText title, LocalizedText text, SeedSource? source = null) =>
        new() { Kind = kind, Position = position, Title = title, Text = text, Source = source.Own() };

    public void Revise(LegalReferenceKind kind, LocalizedText title, LocalizedText text)
    {
        Source = kind == Kind && title == Title && text == Text ? Source : null;
        (Kind, Title, Text) = (kind, title, text);
    }

    public void Place(int position) => Position = position;
}

internal sealed class CharterReferenceConfiguration : IEntityTypeConfiguration<CharterReference>
{
    public void Configure(EntityTypeBuilder<CharterReference> builder)
    {
        builder.ToTable("charter_references");
        builder.HasIndex(reference => new { reference.CharterVersionId, reference.Position });
        builder.HasSource(reference => reference.Source);
    }
}
