using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>The commune's action plan of citizen participation. A commune has one, or none yet.</summary>
internal sealed class Plan
{
    private Plan()
    {
    }

    public int Id { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    /// <summary>The day on which the council adopted it, where the document tells it.</summary>
    public DateOnly? AdoptedOn { get; private set; }

    /// <summary>The session of the council that adopted it: some documents name the session and not the day.</summary>
    public LocalizedText? Session { get; private set; }

    /// <summary>General frame: in which programme and on whose behalf the plan was made.</summary>
    public LocalizedText? Frame { get; private set; }

    public IReadOnlyList<LocalizedText> Goals { get; private set; } = [];

    public SeedSource? Source { get; private set; }

    public DateTime AddedAt { get; private set; }

    public List<Axis> Axes { get; private set; } = [];

    public List<PreparationEvent> Preparation { get; private set; } = [];

    /// <summary>Its stage today: a plan whose adoption is known is in force.</summary>
    public PlanStage Stage => StageAt(null);

    public static Plan Of(LocalizedText title, LocalizedText? frame, IReadOnlyList<LocalizedText> goals, SeedSource? source, DateTime now) =>
        new() { Title = title, Frame = frame, Goals = goals, Source = source.Own(), AddedAt = now };

    /// <summary>Records the adoption by the council: by its day, its session or both.</summary>
    public void Adopt(DateOnly? on, LocalizedText? session)
    {
        if (on is null && session is null)
        {
            throw new ArgumentException("An adoption has a day or a session.", nameof(on));
        }

        (AdoptedOn, Session) = (on, session);
    }

    /// <summary>Its stage at the end of a day; a session without a day counts from the beginning.</summary>
    public PlanStage StageAt(DateOnly? day) => (AdoptedOn, Session) switch
    {
        (null, null) => PlanStage.Draft,
        ({ } on, _) when day < on => PlanStage.Draft,
        _ => PlanStage.InForce,
    };
}

internal sealed class PlanConfiguration : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("plan_plans");
        builder.Property(plan => plan.Goals).HasTextList();
        builder.HasSource(plan => plan.Source);
        builder.Ignore(plan => plan.Stage);
        builder.HasMany(plan => plan.Axes).WithOne().HasForeignKey(axis => axis.PlanId).IsRequired();
        builder.HasMany(plan => plan.Preparation).WithOne().HasForeignKey("PlanId").IsRequired();
    }
}
