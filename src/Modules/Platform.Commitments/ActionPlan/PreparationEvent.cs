using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>A step on the way to the plan: a workshop, a consultation.</summary>
internal sealed class PreparationEvent
{
    private PreparationEvent()
    {
    }

    public int Id { get; private set; }

    public DateOnly HeldOn { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    public LocalizedText? Place { get; private set; }

    public LocalizedText? Text { get; private set; }

    public SeedSource? Source { get; private set; }

    public static PreparationEvent Of(DateOnly on, LocalizedText title, LocalizedText? place, LocalizedText? text, SeedSource? source) =>
        new() { HeldOn = on, Title = title, Place = place, Text = text, Source = source.Own() };

    public void Describe(DateOnly on, LocalizedText title, LocalizedText? place, LocalizedText? text) => (HeldOn, Title, Place, Text) = (on, title, place, text);

    /// <summary>Where it comes from.</summary>
    public void Cite(SeedSource? source) => Source = source == Source ? Source : source.Own();
}

internal sealed class PreparationEventConfiguration : IEntityTypeConfiguration<PreparationEvent>
{
    public void Configure(EntityTypeBuilder<PreparationEvent> builder)
    {
        builder.ToTable("plan_preparation_events");
        builder.HasSource(step => step.Source);
    }
}
