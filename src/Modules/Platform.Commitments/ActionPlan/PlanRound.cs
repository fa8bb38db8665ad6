using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>A round of consultation on a draft of the plan: when it is open, how to take part, and what became of what people said.</summary>
internal sealed class PlanRound : IRevised
{
    private PlanRound()
    {
    }

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    /// <summary>From 1, in the order in which the rounds were announced.</summary>
    public int Number { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly To { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    /// <summary>Where and how to take part.</summary>
    public LocalizedText? Invitation { get; private set; }

    /// <summary>What was said, and what the commune made of it.</summary>
    public LocalizedText? Outcome { get; private set; }

    public int Revision { get; private set; }

    public static PlanRound Of(int number, DateOnly from, DateOnly to, LocalizedText title, LocalizedText? invitation)
    {
        var round = new PlanRound { Number = number };
        round.Describe(from, to, title, invitation, null);
        return round;
    }

    /// <exception cref="ArgumentException">It would end before it starts.</exception>
    public void Describe(DateOnly from, DateOnly to, LocalizedText title, LocalizedText? invitation, LocalizedText? outcome)
    {
        if (to < from)
        {
            throw new ArgumentException("A round ends on the day it starts or later.", nameof(to));
        }

        (From, To, Title, Invitation, Outcome) = (from, to, title, invitation, outcome);
    }

    public bool IsOpenOn(DateOnly day) => From <= day && day <= To;
}

internal sealed class PlanRoundConfiguration : IEntityTypeConfiguration<PlanRound>
{
    public void Configure(EntityTypeBuilder<PlanRound> builder)
    {
        builder.ToTable("plan_rounds");
        builder.HasIndex(round => new { round.PlanId, round.Number }).IsUnique();
    }
}
