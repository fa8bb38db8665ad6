using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;

namespace Platform.Participation.Consultations;

/// <summary>
/// What a remark can be about: a section of the text, a paragraph of it, a card or one of its fields, as it was when the consultation was announced. An idea
/// brought in by a citizen becomes a card too, so that others can speak of it.
/// </summary>
internal sealed class Matter : IArriving
{
    public const int KeyLength = 80;
    public const int NumberLength = 12;
    public const int LinkLength = 120;

    private Matter()
    {
    }

    public int Id { get; private set; }

    public int ConsultationId { get; private set; }

    public MatterKind Kind { get; private set; }

    public int Position { get; private set; }

    /// <summary>Unique in the consultation, and the anchor in its page: <c>project:68</c>, <c>project:68:problem</c>, <c>vision:3</c>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Key of the section or card that it is a part of.</summary>
    public string? ParentKey { get; private set; }

    /// <summary>Of a section: 1, or deeper for a part of the section before it.</summary>
    public int Level { get; private set; }

    /// <summary>Of an idea that the team put together with another: the other's key. Its own words and author stay.</summary>
    public string? MergedInto { get; private set; }

    /// <summary>As the document counts: <c>5.1</c>, <c>68</c>.</summary>
    public string? Number { get; private set; }

    /// <summary>Of a field only.</summary>
    public CardField? Field { get; private set; }

    /// <summary>Of a section or card.</summary>
    public LocalizedText? Title { get; private set; }

    /// <summary>Of a paragraph or field. Markdown.</summary>
    public LocalizedText? Text { get; private set; }

    /// <summary>Public page of what it was taken from, relative to the language's root.</summary>
    public string? Link { get; private set; }

    /// <summary>Of an idea. What a consultation is announced with is saved with the consultation, which is seen at once.</summary>
    public bool IsShownOnArrival => true;

    /// <summary>Whether it stands in the same place and says the same.</summary>
    public bool Says(Matter other) =>
        (Kind, Position, Key, ParentKey, Level, Number, Field, Title, Text, Link)
        == (other.Kind, other.Position, other.Key, other.ParentKey, other.Level, other.Number, other.Field, other.Title, other.Text, other.Link);

    public static Matter Head(MatterKind kind, int position, string key, string? number, LocalizedText title, string? link, int level = 1) =>
        new() { Level = level, Kind = kind, Position = position, Key = key, Number = number, Title = title, Link = link };

    public static Matter Part(MatterKind kind, int position, string key, string parentKey, CardField? field, LocalizedText? text) =>
        new() { Kind = kind, Position = position, Key = key, ParentKey = parentKey, Field = field, Text = text };

    /// <summary>The card of an idea, or a field of it, while the consultation runs.</summary>
    public Matter BroughtInto(Consultation consultation)
    {
        ConsultationId = consultation.Id;
        return this;
    }

    /// <summary>Says the same as another idea: from now on the two are one card, with both their authors.</summary>
    /// <exception cref="ArgumentException">Only ideas of one consultation go together, and only with one that stands by itself.</exception>
    public void MergeInto(Matter other)
    {
        if (Kind != MatterKind.Idea || other.Kind != MatterKind.Idea || other.ConsultationId != ConsultationId || other.Key == Key || other.MergedInto is not null)
        {
            throw new ArgumentException("An idea goes together with another one that stands by itself.", nameof(other));
        }

        MergedInto = other.Key;
    }

    /// <summary>It stands by itself again.</summary>
    public void TakeApart() => MergedInto = null;
}

internal enum MatterKind
{
    Section,
    Paragraph,
    Card,
    Field,

    /// <summary>A card that somebody brought in during the consultation.</summary>
    Idea,
}

internal sealed class MatterConfiguration : IEntityTypeConfiguration<Matter>
{
    public void Configure(EntityTypeBuilder<Matter> builder)
    {
        builder.ToTable("consultation_matters");
        builder.Property(matter => matter.Key).HasMaxLength(Matter.KeyLength);
        builder.Property(matter => matter.ParentKey).HasMaxLength(Matter.KeyLength);
        builder.Property(matter => matter.MergedInto).HasMaxLength(Matter.KeyLength);
        builder.Property(matter => matter.Number).HasMaxLength(Matter.NumberLength);
        builder.Property(matter => matter.Link).HasMaxLength(Matter.LinkLength);
        builder.HasIndex(matter => new { matter.ConsultationId, matter.Key }).IsUnique();
        builder.HasIndex(matter => new { matter.ConsultationId, matter.ParentKey });
    }
}
