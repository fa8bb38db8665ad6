using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Data.Auditing;

/// <summary>
/// The one row that says where the chain ends. Writers lock it one after the other; and as it names the last entry, entries cut off the end are missed too.
/// </summary>
internal sealed class AuditHead : IUnseen
{
    public const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;

    public long Sequence { get; private set; }

    public string Digest { get; private set; } = AuditDigest.None;
}

internal sealed class AuditHeadConfiguration : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("audit_head");
        builder.Property(head => head.Id).ValueGeneratedNever();
        builder.Property(head => head.Sequence).IsConcurrencyToken();
        builder.Property(head => head.Digest).HasMaxLength(AuditDigest.Length);
        builder.HasData(new AuditHead());
    }
}
