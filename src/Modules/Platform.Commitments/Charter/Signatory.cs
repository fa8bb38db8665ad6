using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter;

/// <summary>An association or a partner that signed the charter. It signed the charter of the commune: a revision does not undo its signature.</summary>
internal sealed class Signatory : IRevised
{
    public const int DocumentsKeyLength = 32;

    private Signatory()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

    public LocalizedText Name { get; private set; } = null!;

    public SignatoryKind Kind { get; private set; }

    /// <summary>In what capacity it signed: member of the consultative body, partner of the commune …</summary>
    public LocalizedText? Capacity { get; private set; }

    public DateOnly SignedOn { get; private set; }

    /// <summary>The occasion, where there was one.</summary>
    public LocalizedText? Ceremony { get; private set; }

    /// <summary>The day from which the signature no longer stands; the row stays, and figures of earlier periods with it.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>The last part of <see cref="DocumentsSubject"/>: a key of its own, known before it is saved.</summary>
    public string? DocumentsKey { get; private set; }

    /// <summary>What the signed sheet is attached to, among the commune's documents; none where there is no sheet.</summary>
    public string? DocumentsSubject => DocumentsKey is null ? null : SubjectOf(DocumentsKey);

    public static string SubjectOf(string key) => "signature:" + key;

    /// <summary>Made up to show the platform.</summary>
    public bool Demonstration { get; private set; }

    public static Signatory Of(
        LocalizedText name, SignatoryKind kind, DateOnly signedOn, LocalizedText? capacity = null, LocalizedText? ceremony = null, bool demonstration = false) =>
        new() { Name = name, Kind = kind, SignedOn = signedOn, Capacity = capacity, Ceremony = ceremony, Demonstration = demonstration };

    public void Revise(LocalizedText name, SignatoryKind kind, DateOnly signedOn, LocalizedText? capacity, LocalizedText? ceremony) =>
        (Name, Kind, SignedOn, Capacity, Ceremony) = (name, kind, signedOn, capacity, ceremony);

    /// <summary>A sheet is about to be attached to it.</summary>
    public string HaveDocuments()
    {
        DocumentsKey ??= Guid.NewGuid().ToString("N");
        return DocumentsSubject!;
    }

    public void Withdraw(DateOnly on) => WithdrawnOn = on;
}

internal sealed class SignatoryConfiguration : IEntityTypeConfiguration<Signatory>
{
    public void Configure(EntityTypeBuilder<Signatory> builder)
    {
        builder.ToTable("charter_signatories");
        builder.Property(signatory => signatory.DocumentsKey).HasMaxLength(Signatory.DocumentsKeyLength);
        builder.Ignore(signatory => signatory.DocumentsSubject);
        builder.HasIndex(signatory => new { signatory.SignedOn, signatory.Kind });
    }
}
