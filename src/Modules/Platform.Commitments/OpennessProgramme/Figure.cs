using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>A number that the document gives of an event: how many took part, how many women, how many associations.</summary>
internal sealed class Figure
{
    public const int KeyLength = 40;

    private Figure()
    {
    }

    public int Id { get; private set; }

    public int ProgrammeId { get; private set; }

    public int Position { get; private set; }

    public string Key { get; private set; } = "";

    public LocalizedText Label { get; private set; } = null!;

    public int Value { get; private set; }

    /// <summary>The event that was counted.</summary>
    public LocalizedText? Event { get; private set; }

    public DateOnly? On { get; private set; }

    public SeedSource? Source { get; private set; }

    public static Figure Of(int position, string key, LocalizedText label, int value, LocalizedText? @event, DateOnly? on, SeedSource? source = null) =>
        new() { Position = position, Key = key, Label = label, Value = value, Event = @event, On = on, Source = source.Own() };

    public void Describe(int position, LocalizedText label, int value, LocalizedText? @event, DateOnly? on) =>
        (Position, Label, Value, Event, On) = (position, label, value, @event, on);

    /// <summary>Where it comes from.</summary>
    public void Cite(SeedSource? source) => Source = source == Source ? Source : source.Own();
}

internal sealed class FigureConfiguration : IEntityTypeConfiguration<Figure>
{
    public void Configure(EntityTypeBuilder<Figure> builder)
    {
        builder.ToTable("openness_figures");
        builder.Property(figure => figure.Key).HasMaxLength(Figure.KeyLength);
        builder.HasIndex(figure => new { figure.ProgrammeId, figure.Position });
        builder.HasSource(figure => figure.Source);
    }
}
