using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;

namespace Platform.Identity.KeyRing;

/// <summary>A key that cookies, tokens and secrets are sealed with, as the framework writes it: encrypted, where a certificate is configured.</summary>
internal sealed class ProtectionKey : IUnseen
{
    public const int NameLength = 200;

    private ProtectionKey()
    {
    }

    public ProtectionKey(string name, string xml, DateTime now) => (Name, Xml, CreatedAt) = (name, xml, now);

    public int Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Xml { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }
}

internal sealed class ProtectionKeyConfiguration : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.ToTable("protection_keys");
        builder.Property(key => key.Name).HasMaxLength(ProtectionKey.NameLength);
    }
}
