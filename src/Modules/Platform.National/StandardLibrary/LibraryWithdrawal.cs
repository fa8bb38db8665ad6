using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Indicators;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.National.Intake;

namespace Platform.National.StandardLibrary;

/// <summary>That an indicator leaves the library from a month on, and what is counted in its place.</summary>
internal sealed class LibraryWithdrawal : IImmutable
{
    private LibraryWithdrawal()
    {
    }

    public int Id { get; private set; }

    public string Code { get; private set; } = "";

    public Period From { get; private set; }

    public string? ReplacedBy { get; private set; }

    public LocalizedText Reason { get; private set; } = null!;

    public DateTime PublishedAt { get; private set; }

    public static LibraryWithdrawal Of(string code, Period from, string? replacedBy, LocalizedText reason, DateTime publishedAt) =>
        new() { Code = code, From = from, ReplacedBy = replacedBy, Reason = reason, PublishedAt = publishedAt };

    public StandardWithdrawal ToContract() => new(Code, From, ReplacedBy, Reason, PublishedAt);
}

internal sealed class LibraryWithdrawalConfiguration : IEntityTypeConfiguration<LibraryWithdrawal>
{
    public void Configure(EntityTypeBuilder<LibraryWithdrawal> builder)
    {
        builder.ToTable("library_withdrawals");
        builder.Property(withdrawal => withdrawal.Code).HasMaxLength(NationalSnapshot.IndicatorLength);
        builder.Property(withdrawal => withdrawal.ReplacedBy).HasMaxLength(NationalSnapshot.IndicatorLength);
        builder.Property(withdrawal => withdrawal.From).HasColumnName("StartsWith");
        builder.HasIndex(withdrawal => withdrawal.Code).IsUnique();
    }
}
