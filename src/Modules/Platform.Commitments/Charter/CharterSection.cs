using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter;

/// <summary>A numbered section of the charter, or a part of one. What the charter holds as items (ladder, commitments …) is not repeated in its text.</summary>
internal sealed class CharterSection : ICharterItem
{
    public const int KeyLength = 60;
    public const int NumberLength = 12;

    // Sections that items of the charter are shown in, by their keys.
    public const string LadderKey = "participation-ladder";
    public const string ReferencesKey = "reference-framework";
    public const string TeamKey = "follow-up-team";

    private CharterSection()
    {
    }

    public int Id { get; private set; }

    public int CharterVersionId { get; private set; }

    public int Revision { get; private set; }

    /// <summary>Stable through the versions: the anchor in the page, and what two versions are compared by.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Key of the section that it is a part of, if any.</summary>
    public string? ParentKey { get; private set; }

    /// <summary>As the document counts: <c>5.1</c>.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Its place in the document, from 1.</summary>
    public int Position { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    /// <summary>Markdown; none where the section holds items or parts only.</summary>
    public LocalizedText? Text { get; private set; }

    public SeedSource? Source { get; private set; }

    /// <summary>The version of the DGCT model that this section was last compared with; none where it never was.</summary>
    public int? ModelNumber { get; private set; }

    public static CharterSection Of(
        string key, string? parentKey, string number, int position, LocalizedText title, LocalizedText? text, SeedSource? source = null, int? modelNumber = null) =>
        new() { Key = key, ParentKey = parentKey, Number = number, Position = position, Title = title, Text = text, Source = source.Own(), ModelNumber = modelNumber };

    /// <summary>A text of the commune's own is no longer the document's that it came from.</summary>
    public void Revise(LocalizedText title, LocalizedText? text)
    {
        Source = title == Title && text == Text ? Source : null;
        (Title, Text) = (title, text);
    }

    public void Place(string? parentKey, string number, int position) => (ParentKey, Number, Position) = (parentKey, number, position);

    public void ComparedWith(int modelNumber) => ModelNumber = modelNumber;

    /// <summary>The section that a party's commitments are shown in.</summary>
    public static string CommitmentsKey(CommitmentParty party) => party switch
    {
        CommitmentParty.Commune => "commitments-commune",
        CommitmentParty.Associations => "commitments-associations",
        _ => "commitments-citizens",
    };
}

internal sealed class CharterSectionConfiguration : IEntityTypeConfiguration<CharterSection>
{
    public void Configure(EntityTypeBuilder<CharterSection> builder)
    {
        builder.ToTable("charter_sections");
        builder.Property(section => section.Key).HasMaxLength(CharterSection.KeyLength);
        builder.Property(section => section.ParentKey).HasMaxLength(CharterSection.KeyLength);
        builder.Property(section => section.Number).HasMaxLength(CharterSection.NumberLength);
        builder.HasIndex(section => new { section.CharterVersionId, section.Key }).IsUnique();
        builder.HasSource(section => section.Source);
    }
}
