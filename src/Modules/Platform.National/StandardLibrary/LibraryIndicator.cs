using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Indicators;
using Platform.Kernel.Measures;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.National.Intake;

namespace Platform.National.StandardLibrary;

/// <summary>An indicator that was added to the library from its page. It is never changed: its words change by versions, what it counts never.</summary>
internal sealed class LibraryIndicator : IImmutable
{
    /// <summary>As the communes' databases keep it.</summary>
    public const int MeasureLength = 80;

    private LibraryIndicator()
    {
    }

    public int Id { get; private set; }

    public string Code { get; private set; } = "";

    public Period From { get; private set; }

    public LocalizedText Name { get; private set; } = null!;

    public LocalizedText Definition { get; private set; } = null!;

    public LocalizedText Unit { get; private set; } = null!;

    public IndicatorKind Kind { get; private set; }

    public Direction Direction { get; private set; }

    public Periodicity Periodicity { get; private set; }

    public PeriodBehaviour Behaviour { get; private set; }

    public string? Measure { get; private set; }

    /// <summary>Of a scale: one statement on each line, from the lowest step.</summary>
    public LocalizedText? Steps { get; private set; }

    public LocalizedText Reason { get; private set; } = null!;

    public DateTime PublishedAt { get; private set; }

    public static LibraryIndicator Of(
        string code, Period from, LocalizedText name, LocalizedText definition, LocalizedText unit, IndicatorKind kind, Direction direction, Periodicity periodicity,
        PeriodBehaviour behaviour, string? measure, LocalizedText? steps, LocalizedText reason, DateTime publishedAt) => new()
        {
            Code = code,
            From = from,
            Name = name,
            Definition = definition,
            Unit = unit,
            Kind = kind,
            Direction = direction,
            Periodicity = periodicity,
            Behaviour = behaviour,
            Measure = measure,
            Steps = steps,
            Reason = reason,
            PublishedAt = publishedAt,
        };

    /// <summary>Lines of a text, as the steps of a scale are written.</summary>
    public static IReadOnlyList<string> Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public StandardAddition ToContract()
    {
        var (arabic, french) = (Lines(Steps?.Ar), Lines(Steps?.Fr));
        return new(
            new(Code, Name, Definition, Unit, Kind, Direction, Periodicity, RollUpOf(Kind), null), From, Behaviour, Measure,
            [.. arabic.Select((line, at) => new LocalizedText(line, french.ElementAtOrDefault(at)))], Reason, PublishedAt);
    }

    /// <summary>How figures of communes become one of a region, by what they are.</summary>
    private static RollUp RollUpOf(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Count => RollUp.Sum,
        IndicatorKind.Percentage or IndicatorKind.Ratio => RollUp.Recompute,
        _ => RollUp.None,
    };
}

internal sealed class LibraryIndicatorConfiguration : IEntityTypeConfiguration<LibraryIndicator>
{
    public void Configure(EntityTypeBuilder<LibraryIndicator> builder)
    {
        builder.ToTable("library_indicators");
        builder.Property(indicator => indicator.Code).HasMaxLength(NationalSnapshot.IndicatorLength);
        builder.Property(indicator => indicator.Measure).HasMaxLength(LibraryIndicator.MeasureLength);
        builder.Property(indicator => indicator.From).HasColumnName("StartsWith");
        builder.HasIndex(indicator => indicator.Code).IsUnique();
    }
}
