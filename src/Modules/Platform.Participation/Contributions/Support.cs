using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Participation.Contributions;

/// <summary>Somebody supports a remark that others see. Once for each account; without one, once for each browser and day, and the page says so.</summary>
internal sealed class Support
{
    private Support()
    {
    }

    public int Id { get; private set; }

    public int RemarkId { get; private set; }

    /// <summary>Recognises who supports, without saying who it is where it is no account: as <see cref="Participant.Key"/>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    public static Support Of(int remark, string key, DateTime at) => new() { RemarkId = remark, Key = key, At = at };
}

internal sealed class SupportConfiguration : IEntityTypeConfiguration<Support>
{
    public void Configure(EntityTypeBuilder<Support> builder)
    {
        builder.ToTable("remark_supports");
        builder.Property(support => support.Key).HasMaxLength(Participant.KeyLength);
        builder.HasIndex(support => new { support.RemarkId, support.Key }).IsUnique();
        builder.HasOne<Remark>().WithMany().HasForeignKey(support => support.RemarkId);
    }
}
