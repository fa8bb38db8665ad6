using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Law;
using Platform.Kernel.Text;

namespace Platform.National.LegalRules;

/// <summary>A threshold or legal deadline with every value that it ever had. Values are added and never changed: what was decided by one stays explained by it.</summary>
internal sealed class Rule
{
    public const int CodeLength = 64;

    private Rule()
    {
    }

    public int Id { get; private set; }

    public string Code { get; private set; } = "";

    public RuleTopic Topic { get; private set; }

    public LocalizedText Name { get; private set; } = null!;

    public RuleUnit Unit { get; private set; }

    /// <summary>Its place in the file that it came from.</summary>
    public int Position { get; private set; }

    public List<RuleValue> Values { get; private set; } = [];

    public static Rule Of(string code, RuleTopic topic, LocalizedText name, RuleUnit unit, int position) =>
        new() { Code = code, Topic = topic, Name = name, Unit = unit, Position = position };

    /// <summary>What stands for each day from which something else holds, the latest day first.</summary>
    public IReadOnlyList<RuleValue> Standing =>
        [.. Values.GroupBy(value => value.From).Select(versions => versions.MaxBy(value => value.Version)!).OrderByDescending(value => value.From)];

    public RuleValue? AsOf(DateOnly day) => Standing.FirstOrDefault(value => value.From <= day);

    public RuleValue? Next(DateOnly day) => Standing.LastOrDefault(value => value.From > day);

    /// <summary>A value that holds from a day to come. What is already entered for later days stands after it and is not touched.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day has come: the past is not written anew.</exception>
    public RuleValue Change(RuleValue value, DateOnly today)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value.From, today);
        value.Follow(Values.Where(known => known.From == value.From).Select(known => known.Version).DefaultIfEmpty().Max());
        Values.Add(value);
        return value;
    }

    /// <summary>Somebody has checked a figure in its source: the same figure, confirmed.</summary>
    /// <exception cref="InvalidOperationException">There is no such value, or it is confirmed.</exception>
    public RuleValue Confirm(DateOnly from, string? article, LocalizedText source, LocalizedText? note, DateTime at)
    {
        var known = Standing.FirstOrDefault(value => value.From == from) is { Confirmed: false } open
            ? open
            : throw new InvalidOperationException($"{Code} has no value from {from} that waits to be confirmed.");
        var confirmed = RuleValue.Of(known.Value, from, article, source, confirmed: true, note, at);
        confirmed.Follow(known.Version);
        Values.Add(confirmed);
        return confirmed;
    }

    public LegalRule ToContract(RuleValue value) =>
        new(Code, Name, Unit, value.Value, value.From, value.Article, value.Source, value.Confirmed, value.Note);
}

internal sealed class RuleConfiguration : IEntityTypeConfiguration<Rule>
{
    public void Configure(EntityTypeBuilder<Rule> builder)
    {
        builder.ToTable("legal_rules");
        builder.Property(rule => rule.Code).HasMaxLength(Rule.CodeLength);
        builder.HasIndex(rule => rule.Code).IsUnique();
        builder.Ignore(rule => rule.Standing);
        builder.HasMany(rule => rule.Values).WithOne().HasForeignKey(value => value.RuleId);
    }
}
