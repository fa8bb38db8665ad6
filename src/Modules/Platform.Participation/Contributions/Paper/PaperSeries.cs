using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Participation.Consultations;

namespace Platform.Participation.Contributions.Paper;

/// <summary>
/// The paper cards of a consultation: how many were printed, numbered from 1. Each has a ticket of its own, so that a card is received once and its stub bears
/// the code with which its writer finds the answer.
/// </summary>
internal sealed class PaperSeries : IUnseen
{
    /// <summary>Five digits.</summary>
    public const int MostCards = 99_999;

    private PaperSeries()
    {
    }

    public int Id { get; private set; }

    public int ConsultationId { get; private set; }

    /// <summary>Tickets are made of it: whoever does not know it can guess no tracking code from a number.</summary>
    public string Secret { get; private set; } = "";

    public int Printed { get; private set; }

    public static PaperSeries Of(Consultation consultation) => new() { ConsultationId = consultation.Id, Secret = Tracking.NewTicket() };

    /// <returns>The first of the new numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More than there are numbers.</exception>
    public int Print(int cards)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cards, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cards, MostCards - Printed);
        var first = Printed + 1;
        Printed += cards;
        return first;
    }

    public bool Holds(int number) => number >= 1 && number <= Printed;

    public string CodeOf(int number) => PaperCode.Of(ConsultationId, number);

    public string TicketOf(int number) => Tracking.TicketOf(Secret, CodeOf(number));
}

internal sealed class PaperSeriesConfiguration : IEntityTypeConfiguration<PaperSeries>
{
    public void Configure(EntityTypeBuilder<PaperSeries> builder)
    {
        builder.ToTable("paper_series");
        builder.Property(series => series.Secret).HasMaxLength(32);
        builder.HasIndex(series => series.ConsultationId).IsUnique();
        builder.HasOne<Consultation>().WithMany().HasForeignKey(series => series.ConsultationId);

        // Two who print at once get numbers of their own.
        builder.Property(series => series.Printed).IsConcurrencyToken();
    }
}
