using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data.Seeding;
using Platform.Kernel.Charters;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter;

/// <summary>What the charter says of one rung of the ladder of participation.</summary>
internal sealed class CharterRung : ICharterItem
{
    private CharterRung()
    {
    }

    public int Id { get; private set; }

    public int CharterVersionId { get; private set; }

    public int Revision { get; private set; }

    public LadderRung Rung { get; private set; }

    /// <summary>From 1, the lowest.</summary>
    public int Position { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    public LocalizedText Text { get; private set; } = null!;

    public SeedSource? Source { get; private set; }

    public static CharterRung Of(LadderRung rung, LocalizedText title, LocalizedText text, SeedSource? source = null) =>
        new() { Rung = rung, Position = (int)rung + 1, Title = title, Text = text, Source = source.Own() };

    public void Revise(LocalizedText title, LocalizedText text)
    {
        Source = title == Title && text == Text ? Source : null;
        (Title, Text) = (title, text);
    }
}

internal sealed class CharterRungConfiguration : IEntityTypeConfiguration<CharterRung>
{
    public void Configure(EntityTypeBuilder<CharterRung> builder)
    {
        builder.ToTable("charter_rungs");
        builder.HasIndex(rung => new { rung.CharterVersionId, rung.Rung }).IsUnique();
        builder.HasSource(rung => rung.Source);
    }
}
