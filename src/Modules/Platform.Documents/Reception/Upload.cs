using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Documents.Blobs;
using Platform.Documents.FileTypes;
using Platform.Documents.Library;

namespace Platform.Documents.Reception;

/// <summary>
/// A file on its way to a document: first as parts that a browser sends one by one and can go on with, then whole, checked and stored. A form refers to
/// it by its code until it is kept.
/// </summary>
internal sealed class Upload
{
    public const int CodeLength = 32;
    public const int SentNameLength = 255;

    private Upload()
    {
    }

    public int Id { get; private set; }

    /// <summary>Unguessable.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The account that sends it; nobody else can go on with it or use it.</summary>
    public string By { get; private set; } = "";

    /// <summary>As it was sent, until it is whole; cleaned from then on.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How many bytes it shall have; then, how many it has.</summary>
    public long Length { get; private set; }

    public string? FormatCode { get; private set; }

    public string? Digest { get; private set; }

    /// <summary>Set once it is whole and was accepted.</summary>
    public string? Blob { get; private set; }

    public DateTime At { get; private set; }

    public List<UploadPart> Parts { get; } = [];

    public bool IsWhole => Blob is not null;

    public long Received => Parts.Sum(part => (long)part.Length);

    public static Upload Start(string name, long length, string by, DateTime now) => new()
    {
        Code = RandomNumberGenerator.GetHexString(CodeLength, lowercase: true),
        Name = name[..Math.Min(name.Length, SentNameLength)],
        Length = length,
        By = by,
        At = now,
    };

    public void Complete(KeptFile file) =>
        (Name, Length, FormatCode, Digest, Blob) = (file.Name, file.Length, file.Format.Code, file.Digest, file.Blob.ToString());

    public KeptFile File => IsWhole
        ? new(Name, FileFormat.Of(FormatCode!), Length, Digest!, BlobKey.Parse(Blob!))
        : throw new InvalidOperationException("This upload is not whole yet.");
}

/// <summary>A part of an upload, in the store.</summary>
internal sealed class UploadPart
{
    private UploadPart()
    {
    }

    public int Id { get; private set; }

    public int UploadId { get; private set; }

    public long Start { get; private set; }

    public int Length { get; private set; }

    public string Blob { get; private set; } = "";

    public static UploadPart Of(long start, int length, BlobKey blob) => new() { Start = start, Length = length, Blob = blob.ToString() };
}

internal sealed class UploadConfiguration : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.ToTable("uploads");
        builder.Ignore(upload => upload.File);
        builder.Property(upload => upload.Code).HasMaxLength(Upload.CodeLength);
        builder.Property(upload => upload.By).HasMaxLength(Document.ActorLength);
        builder.Property(upload => upload.Name).HasMaxLength(Upload.SentNameLength);
        builder.Property(upload => upload.FormatCode).HasMaxLength(DocumentFile.FormatLength);
        builder.Property(upload => upload.Digest).HasMaxLength(DocumentFile.DigestLength);
        builder.Property(upload => upload.Blob).HasMaxLength(BlobKey.Length);
        builder.HasIndex(upload => upload.Code).IsUnique();
        builder.HasMany(upload => upload.Parts).WithOne().HasForeignKey(part => part.UploadId);
    }
}

internal sealed class UploadPartConfiguration : IEntityTypeConfiguration<UploadPart>
{
    public void Configure(EntityTypeBuilder<UploadPart> builder)
    {
        builder.ToTable("upload_parts");
        builder.Property(part => part.Blob).HasMaxLength(BlobKey.Length);
        builder.HasIndex(part => new { part.UploadId, part.Start }).IsUnique();
    }
}
