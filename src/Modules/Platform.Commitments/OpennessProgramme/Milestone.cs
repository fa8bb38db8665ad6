using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>A step on the way of the programme, announced for a day, some days or a month.</summary>
internal sealed class Milestone : IRevised
{
    private Milestone()
    {
    }

    public int Id { get; private set; }

    public int ProgrammeId { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    public DatePrecision Precision { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    public LocalizedText? Place { get; private set; }

    /// <summary>Whether it took place; none while nobody has said.</summary>
    public bool? Kept { get; private set; }

    /// <summary>The day from which it counts as kept or not, where it was said on the platform; none where the document said it.</summary>
    public DateOnly? SettledOn { get; private set; }

    public SeedSource? Source { get; private set; }

    /// <summary>Whether it took place was made up to show the platform.</summary>
    public bool Demonstration { get; private set; }

    /// <summary>The day from which it no longer is part of the programme.</summary>
    public DateOnly? ArchivedOn { get; private set; }

    public int Revision { get; private set; }

    public static Milestone Of(
        DateOnly from, DateOnly? to, DatePrecision precision, LocalizedText title, LocalizedText? place = null, bool? kept = null, SeedSource? source = null) =>
        new() { From = from, To = to, Precision = precision, Title = title, Place = place, Kept = kept, Source = source.Own() };

    /// <summary>Its last day: from the next day on it is due.</summary>
    public static DateOnly LastDay(DateOnly from, DateOnly? to, DatePrecision precision)
    {
        var last = to ?? from;
        return precision == DatePrecision.Month ? new DateOnly(last.Year, last.Month, 1).AddMonths(1).AddDays(-1) : last;
    }

    public MilestoneState StateOn(DateOnly day) => Kept switch
    {
        true => MilestoneState.Kept,
        false => MilestoneState.Missed,
        _ => LastDay(From, To, Precision) < day ? MilestoneState.Unconfirmed : MilestoneState.Announced,
    };

    public void Describe(DateOnly from, DateOnly? to, DatePrecision precision, LocalizedText title, LocalizedText? place)
    {
        if (to < from)
        {
            throw new ArgumentException("A milestone ends on the day it starts or later.", nameof(to));
        }

        (From, To, Precision, Title, Place) = (from, to, precision, title, place);
    }

    public void Archive(DateOnly on) => ArchivedOn ??= on;

    public void Restore() => ArchivedOn = null;

    /// <summary>Nobody has said, after all.</summary>
    public void Unsettle() => (Kept, SettledOn, Demonstration) = (null, null, false);

    public void Settle(bool kept, DateOnly on, bool demonstration = false) => (Kept, SettledOn, Demonstration) = (kept, on, demonstration);

    /// <summary>Where it comes from.</summary>
    public void Cite(SeedSource? source) => Source = source == Source ? Source : source.Own();
}

internal sealed class MilestoneConfiguration : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.ToTable("openness_milestones");
        builder.HasIndex(milestone => new { milestone.ProgrammeId, milestone.From });
        builder.HasSource(milestone => milestone.Source);
    }
}
