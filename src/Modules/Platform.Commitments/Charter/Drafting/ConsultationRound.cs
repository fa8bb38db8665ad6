using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter.Drafting;

/// <summary>With whom a draft is discussed, in the order in which communes of the programme went.</summary>
internal enum RoundKind
{
    ElectedAndStaff,
    AssociationsAndBodies,
    CitizensOnline,
    Other,
}

/// <summary>
/// A round of consultation on a draft of the charter: with whom, when, on which text, what was said and what came of it. It becomes public with the version.
/// </summary>
internal sealed class ConsultationRound : IRevised
{
    private ConsultationRound()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

    public int CharterVersionId { get; private set; }

    public RoundKind Kind { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    public LocalizedText? Place { get; private set; }

    public int? Participants { get; private set; }

    public int? Women { get; private set; }

    /// <summary>What was said and proposed.</summary>
    public LocalizedText? Said { get; private set; }

    /// <summary>What came of it in the text, and why not where nothing did.</summary>
    public LocalizedText? Outcome { get; private set; }

    /// <summary>The text that was discussed.</summary>
    public int KeptTextId { get; private set; }

    public KeptText Text { get; private set; } = null!;

    /// <summary>Everybody reads the text on the site from the first day of the round on, so that suggestions can be made.</summary>
    public bool Public { get; private set; }

    /// <summary>Where and how suggestions are made.</summary>
    public LocalizedText? HowToContribute { get; private set; }

    public static ConsultationRound On(CharterVersion version, KeptText text) => new() { CharterVersionId = version.Id, Text = text };

    /// <exception cref="ArgumentException">It would end before it begins, or count more women than participants.</exception>
    public void Describe(RoundKind kind, DateOnly from, DateOnly? to, LocalizedText? place, int? participants, int? women)
    {
        if (to < from)
        {
            throw new ArgumentException("A round ends on the day it begins or later.", nameof(to));
        }

        if (women > participants)
        {
            throw new ArgumentException("Women are among the participants.", nameof(women));
        }

        (Kind, From, To, Place, Participants, Women) = (kind, from, to, place, participants, women);
    }

    public void Tell(LocalizedText? said, LocalizedText? outcome) => (Said, Outcome) = (said, outcome);

    public void Show(bool shown, LocalizedText? howToContribute) => (Public, HowToContribute) = (shown, howToContribute);

    /// <summary>Whether everybody may read its text on this day.</summary>
    public bool IsShownOn(DateOnly day) => Public && From <= day;
}

internal sealed class ConsultationRoundConfiguration : IEntityTypeConfiguration<ConsultationRound>
{
    public void Configure(EntityTypeBuilder<ConsultationRound> builder)
    {
        builder.ToTable("charter_rounds");
        builder.HasIndex(round => new { round.CharterVersionId, round.From });
        builder.HasOne<CharterVersion>().WithMany().HasForeignKey(round => round.CharterVersionId);
        builder.HasOne(round => round.Text).WithMany().HasForeignKey(round => round.KeptTextId);
    }
}
