using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Files;
using Platform.Kernel.Text;

namespace Platform.Documents.Library;

/// <summary>
/// A document of the commune: one content, in as many files as it has languages, accessible variants and versions. Nobody but the team sees it until it
/// is published.
/// </summary>
internal sealed class Document : IRevised
{
    public const int ActorLength = 120;
    public const int OriginLength = 300;

    private Document()
    {
    }

    /// <summary>Its number on the commune's site, in the order in which documents came.</summary>
    public int Id { get; private set; }

    public DocumentKind Kind { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    public LocalizedText? Summary { get; private set; }

    /// <summary>The day of the act that it documents.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Who made it, where that is not the commune: a partner, a ministry, an association.</summary>
    public string? Origin { get; private set; }

    public DateTime KeptAt { get; private set; }

    public string KeptBy { get; private set; } = "";

    public DateTime? PublishedAt { get; private set; }

    public string? PublishedBy { get; private set; }

    /// <summary>What it can be found by, folded: title and summary in every language, origin.</summary>
    public string Folded { get; private set; } = "";

    public int Revision { get; private set; }

    public List<DocumentFile> Files { get; } = [];

    public List<DocumentSubject> Subjects { get; } = [];

    public bool IsPublished => PublishedAt is not null;

    /// <summary>Its page, relative to the language's root.</summary>
    public string Link => LinkOf(Id);

    public static string LinkOf(int number) => $"/documents/{number}";

    public static Document Of(DocumentKind kind, LocalizedText title, LocalizedText? summary, DateOnly date, string? origin, DateTime now, string by)
    {
        var document = new Document { KeptAt = now, KeptBy = by };
        document.Describe(kind, title, summary, date, origin);
        return document;
    }

    public void Describe(DocumentKind kind, LocalizedText title, LocalizedText? summary, DateOnly date, string? origin)
    {
        (Kind, Title, Summary, Date, Origin) = (kind, title, summary, date, origin);
        Folded = Folding.Fold(string.Join(' ', title.Ar, title.Fr, title.Zgh, summary?.Ar, summary?.Fr, summary?.Zgh, origin));
    }

    public void Publish(DateTime now, string by) => (PublishedAt, PublishedBy) = (now, by);

    public void Unpublish() => (PublishedAt, PublishedBy) = (null, null);

    /// <summary>Adds a file. One of the same language and variant becomes an earlier version.</summary>
    public DocumentFile Add(KeptFile file, FileLanguage language, FileVariant variant, string? note, DateTime now, string by)
    {
        // Darija and Amazigh name their language themselves.
        language = variant switch
        {
            FileVariant.Darija => FileLanguage.Darija,
            FileVariant.Amazigh => FileLanguage.Amazigh,
            _ => language,
        };
        var version = Files.Where(other => other.Language == language && other.Variant == variant).Select(other => other.Version).DefaultIfEmpty().Max() + 1;
        var added = DocumentFile.Of(file, language, variant, version, note, now, by);
        Files.Add(added);
        return added;
    }

    public void BelongTo(string subject, DateTime now)
    {
        if (Subjects.TrueForAll(known => known.Subject != subject))
        {
            Subjects.Add(DocumentSubject.Of(subject, now));
        }
    }
}

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("documents");
        builder.Ignore(document => document.Link);
        builder.Property(document => document.Origin).HasMaxLength(Document.OriginLength);
        builder.Property(document => document.KeptBy).HasMaxLength(Document.ActorLength);
        builder.Property(document => document.PublishedBy).HasMaxLength(Document.ActorLength);
        builder.HasIndex(document => document.PublishedAt);
        builder.HasIndex(document => document.Date);
        builder.HasMany(document => document.Files).WithOne().HasForeignKey(file => file.DocumentId);
        builder.HasMany(document => document.Subjects).WithOne().HasForeignKey(subject => subject.DocumentId);
    }
}
