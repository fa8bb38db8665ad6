using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Documents.Blobs;
using Platform.Documents.FileTypes;

namespace Platform.Documents.Library;

/// <summary>A file that lies in the store, as a document takes it over.</summary>
/// <param name="Digest">SHA-256 over its bytes, in hexadecimal.</param>
internal sealed record KeptFile(string Name, FileFormat Format, long Length, string Digest, BlobKey Blob);

/// <summary>One version of a document in one language and variant. Versions are never overwritten; the highest number counts.</summary>
internal sealed class DocumentFile
{
    public const int NoteLength = 500;
    public const int DigestLength = 64;
    public const int FormatLength = 10;

    private DocumentFile()
    {
    }

    public int Id { get; private set; }

    public int DocumentId { get; private set; }

    public FileLanguage Language { get; private set; }

    public FileVariant Variant { get; private set; }

    /// <summary>From 1, within language and variant.</summary>
    public int Version { get; private set; }

    /// <summary>For people; never a path.</summary>
    public string Name { get; private set; } = "";

    public string FormatCode { get; private set; } = "";

    public long Length { get; private set; }

    public string Digest { get; private set; } = "";

    /// <summary>Where it lies in the store; none once it was removed for good.</summary>
    public string? Blob { get; private set; }

    /// <summary>What is new in this version.</summary>
    public string? Note { get; private set; }

    public DateTime AddedAt { get; private set; }

    public string AddedBy { get; private set; } = "";

    /// <summary>When its content was removed for good; the row stays, so that a number never comes to mean something else.</summary>
    public DateTime? RemovedAt { get; private set; }

    /// <summary>How many times the public fetched it from its beginning.</summary>
    public int Downloads { get; private set; }

    public FileFormat Format => FileFormat.Of(FormatCode);

    public static DocumentFile Of(KeptFile file, FileLanguage language, FileVariant variant, int version, string? note, DateTime now, string by) => new()
    {
        Language = language,
        Variant = variant,
        Version = version,
        Name = file.Name,
        FormatCode = file.Format.Code,
        Length = file.Length,
        Digest = file.Digest,
        Blob = file.Blob.ToString(),
        Note = note,
        AddedAt = now,
        AddedBy = by,
    };

    /// <summary>Nobody can fetch it any more; the store lets go of the content at night.</summary>
    public void Remove(DateTime now) => (RemovedAt, Blob) = (now, null);
}

internal sealed class DocumentFileConfiguration : IEntityTypeConfiguration<DocumentFile>
{
    public void Configure(EntityTypeBuilder<DocumentFile> builder)
    {
        builder.ToTable("document_files");
        builder.Ignore(file => file.Format);
        builder.Property(file => file.Name).HasMaxLength(FileNames.MaxLength);
        builder.Property(file => file.FormatCode).HasMaxLength(DocumentFile.FormatLength);
        builder.Property(file => file.Digest).HasMaxLength(DocumentFile.DigestLength);
        builder.Property(file => file.Blob).HasMaxLength(BlobKey.Length);
        builder.Property(file => file.Note).HasMaxLength(DocumentFile.NoteLength);
        builder.Property(file => file.AddedBy).HasMaxLength(Document.ActorLength);

        // Two people who bring a new version at once: the second is told.
        builder.HasIndex(file => new { file.DocumentId, file.Language, file.Variant, file.Version }).IsUnique();
    }
}
