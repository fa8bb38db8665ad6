using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>
/// An action plan of citizen participation. A commune has one, or none yet, and may prepare the next one while one is in force; the earlier ones stay.
/// </summary>
internal sealed class Plan : IRevised
{
    public const int DeliberationLength = 80;

    private Plan()
    {
    }

    public int Id { get; private set; }

    /// <summary>1 for the commune's first plan.</summary>
    public int Number { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    /// <summary>The day on which the council adopted it, where the document tells it.</summary>
    public DateOnly? AdoptedOn { get; private set; }

    /// <summary>The session of the council that adopted it: some documents name the session and not the day.</summary>
    public LocalizedText? Session { get; private set; }

    /// <summary>As the minutes number the council's decision.</summary>
    public string? Deliberation { get; private set; }

    /// <summary>The day from which it holds, where that is not the day of its adoption.</summary>
    public DateOnly? ForceFrom { get; private set; }

    /// <summary>The day from which a later plan holds in its place.</summary>
    public DateOnly? SupersededOn { get; private set; }

    /// <summary>General frame: in which programme and on whose behalf the plan was made.</summary>
    public LocalizedText? Frame { get; private set; }

    public IReadOnlyList<LocalizedText> Goals { get; private set; } = [];

    public SeedSource? Source { get; private set; }

    public DateTime AddedAt { get; private set; }

    /// <summary>When it came to be on the site; none while only the commune's team sees it.</summary>
    public DateTime? PublishedAt { get; private set; }

    public int Revision { get; private set; }

    public List<Axis> Axes { get; private set; } = [];

    public List<PreparationEvent> Preparation { get; private set; } = [];

    public List<PlanRound> Rounds { get; private set; } = [];

    /// <summary>Its stage when everything that is known of it has come to pass: a plan whose adoption is known is in force.</summary>
    public PlanStage Stage => StageAt(null);

    public bool IsAdopted => AdoptedOn is not null || Session is not null;

    /// <summary>What the document of its adoption is attached to, among the commune's documents.</summary>
    public string DocumentsSubject => $"plan:{Number}";

    /// <summary>A plan as the commune's document has it, on the site from now on.</summary>
    public static Plan Of(LocalizedText title, LocalizedText? frame, IReadOnlyList<LocalizedText> goals, SeedSource? source, DateTime now) =>
        new() { Number = 1, Title = title.OnOneLine(), Frame = frame, Goals = goals, Source = source.Own(), AddedAt = now, PublishedAt = now };

    /// <summary>A plan that is about to be written: the public sees it when it is published.</summary>
    public static Plan Begin(int number, LocalizedText title, DateTime now) => new() { Number = number, Title = title.OnOneLine(), AddedAt = now };

    public void Describe(LocalizedText title, LocalizedText? frame, IReadOnlyList<LocalizedText> goals) => (Title, Frame, Goals) = (title.OnOneLine(), frame, goals);

    /// <summary>Records the adoption by the council: by its day, its session or both.</summary>
    public void Adopt(DateOnly? on, LocalizedText? session, string? deliberation = null, DateOnly? forceFrom = null)
    {
        if (on is null && session is null)
        {
            throw new ArgumentException("An adoption has a day or a session.", nameof(on));
        }

        if (forceFrom < on)
        {
            throw new ArgumentException("A plan holds from the day of its adoption on, or later.", nameof(forceFrom));
        }

        (AdoptedOn, Session, Deliberation, ForceFrom) = (on, session, deliberation, forceFrom);
    }

    /// <summary>It was recorded by mistake, moments ago.</summary>
    public void TakeAdoptionBack() => (AdoptedOn, Session, Deliberation, ForceFrom) = (null, null, null, null);

    public void Publish(DateTime now) => PublishedAt ??= now;

    public void Supersede(DateOnly on) => SupersededOn = on;

    /// <summary>The plan that was to take its place does not, after all, or later.</summary>
    public void SupersedeAfterAll(DateOnly? on) => SupersededOn = on;

    /// <summary>True where a plan of these dates holds at the end of a day, or holds once everything that is known of it has come to pass.</summary>
    public static bool IsInForce(DateOnly? day, DateOnly? adoptedOn, bool hasSession, DateOnly? forceFrom, DateOnly? supersededOn) =>
        (adoptedOn is not null || hasSession)
        && !(supersededOn <= (day ?? DateOnly.MaxValue))
        && ((forceFrom ?? adoptedOn) is not { } from || !(day < from));

    /// <summary>Its stage at the end of a day; a session without a day counts from the beginning. Needs its rounds.</summary>
    public PlanStage StageAt(DateOnly? day) => IsAdopted switch
    {
        true when SupersededOn <= (day ?? DateOnly.MaxValue) => PlanStage.Superseded,
        true when IsInForce(day, AdoptedOn, Session is not null, ForceFrom, SupersededOn) => PlanStage.InForce,
        true when AdoptedOn is { } on && !(day < on) => PlanStage.Adopted,
        _ => day is { } known && Rounds.Exists(round => round.IsOpenOn(known)) ? PlanStage.Consultation : PlanStage.Draft,
    };

    /// <summary>Where it comes from.</summary>
    public void Cite(SeedSource? source) => Source = source == Source ? Source : source.Own();
}

internal sealed class PlanConfiguration : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("plan_plans");
        builder.Property(plan => plan.Goals).HasTextList();
        builder.Property(plan => plan.Deliberation).HasMaxLength(Plan.DeliberationLength);
        builder.HasSource(plan => plan.Source);
        builder.Ignore(plan => plan.Stage);
        builder.Ignore(plan => plan.IsAdopted);
        builder.Ignore(plan => plan.DocumentsSubject);
        builder.HasIndex(plan => plan.Number).IsUnique();
        builder.HasMany(plan => plan.Axes).WithOne().HasForeignKey(axis => axis.PlanId).IsRequired();
        builder.HasMany(plan => plan.Preparation).WithOne().HasForeignKey("PlanId").IsRequired();
        builder.HasMany(plan => plan.Rounds).WithOne().HasForeignKey(round => round.PlanId).IsRequired();
    }
}
