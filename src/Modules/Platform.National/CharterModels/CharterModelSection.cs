using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.National.CharterModels;

/// <summary>A section of the model. In the sections of commitments, each item of the list becomes a commitment of the commune that takes it over.</summary>
internal sealed class CharterModelSection : IRevised
{
    public const int KeyLength = 60;
    public const int NumberLength = 12;
    public const int TitleLength = 300;
    public const int TextLength = 40_000;

    private CharterModelSection()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

    public int CharterModelId { get; private set; }

    /// <summary>Stable through the versions of the model; communes' sections bear it too.</summary>
    public string Key { get; private set; } = "";

    public string? ParentKey { get; private set; }

    public string Number { get; private set; } = "";

    public int Position { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    public LocalizedText? Text { get; private set; }

    public static CharterModelSection Of(string key, string? parentKey, string number, int position, LocalizedText title, LocalizedText? text) =>
        new() { Key = key, ParentKey = parentKey, Number = number, Position = position, Title = title, Text = text };

    public void Revise(LocalizedText title, LocalizedText? text) => (Title, Text) = (title, text);

    public void Place(string? parentKey, string number, int position) => (ParentKey, Number, Position) = (parentKey, number, position);
}

internal sealed class CharterModelSectionConfiguration : IEntityTypeConfiguration<CharterModelSection>
{
    public void Configure(EntityTypeBuilder<CharterModelSection> builder)
    {
        builder.ToTable("charter_model_sections");
        builder.Property(section => section.Key).HasMaxLength(CharterModelSection.KeyLength);
        builder.Property(section => section.ParentKey).HasMaxLength(CharterModelSection.KeyLength);
        builder.Property(section => section.Number).HasMaxLength(CharterModelSection.NumberLength);
        builder.HasIndex(section => new { section.CharterModelId, section.Key }).IsUnique();
    }
}
