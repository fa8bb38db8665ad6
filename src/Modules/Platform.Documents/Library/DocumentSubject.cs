using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Files;

namespace Platform.Documents.Library;

/// <summary>A thing that the document belongs to, by the key that the thing's room gives it: <c>activity:2.1</c>.</summary>
internal sealed class DocumentSubject
{
    private DocumentSubject()
    {
    }

    public int Id { get; private set; }

    public int DocumentId { get; private set; }

    public string Subject { get; private set; } = "";

    public DateTime At { get; private set; }

    public static DocumentSubject Of(string subject, DateTime now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subject);
        return subject.Length <= IDocuments.SubjectLength
            ? new() { Subject = subject, At = now }
            : throw new ArgumentException($"A subject has at most {IDocuments.SubjectLength} characters.", nameof(subject));
    }
}

internal sealed class DocumentSubjectConfiguration : IEntityTypeConfiguration<DocumentSubject>
{
    public void Configure(EntityTypeBuilder<DocumentSubject> builder)
    {
        builder.ToTable("document_subjects");
        builder.Property(subject => subject.Subject).HasMaxLength(IDocuments.SubjectLength);
        builder.HasIndex(subject => new { subject.Subject, subject.DocumentId }).IsUnique();
    }
}
