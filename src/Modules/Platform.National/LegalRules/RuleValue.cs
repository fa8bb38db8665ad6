using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.National.LegalRules;

/// <summary>What a rule says from a day on, with its article and source. A further version of the same day confirms it, or replaces it before the day has come.</summary>
internal sealed class RuleValue : IImmutable
{
    public const int ArticleLength = 60;
    public const int Largest = 10_000_000;

    private RuleValue()
    {
    }

    public int Id { get; private set; }

    public int RuleId { get; private set; }

    public int Value { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>From 1, within one day.</summary>
    public int Version { get; private set; } = 1;

    public string? Article { get; private set; }

    public LocalizedText Source { get; private set; } = null!;

    public bool Confirmed { get; private set; }

    public LocalizedText? Note { get; private set; }

    public DateTime EnteredAt { get; private set; }

    public static RuleValue Of(int value, DateOnly from, string? article, LocalizedText source, bool confirmed, LocalizedText? note, DateTime at) => new()
    {
        Value = value,
        From = from,
        Article = string.IsNullOrWhiteSpace(article) ? null : article.Trim(),
        Source = source,
        Confirmed = confirmed,
        Note = note,
        EnteredAt = at,
    };

    public void Follow(int version) => Version = version + 1;
}

internal sealed class RuleValueConfiguration : IEntityTypeConfiguration<RuleValue>
{
    public void Configure(EntityTypeBuilder<RuleValue> builder)
    {
        builder.ToTable("legal_rule_values");
        builder.Property(value => value.From).HasColumnName("StartsOn");
        builder.Property(value => value.Article).HasMaxLength(RuleValue.ArticleLength);

        // Of two officers who enter a value for the same day at once the second is told.
        builder.HasIndex(value => new { value.RuleId, value.From, value.Version }).IsUnique();
    }
}
