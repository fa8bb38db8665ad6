using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Participation.Consultations;
using Platform.Participation.Questions;

namespace Platform.Participation.Contributions;

/// <summary>
/// What somebody sent at once, one remark or several, with the number of its receipt. The form's ticket makes a double click, a retry or a second tab the same
/// contribution; the tracking code, which is told to the sender and kept as a digest only, finds it again.
/// </summary>
internal sealed class Contribution : IArriving
{
    public const int DigestLength = 64;
    public const int PaperCodeLength = 20;

    private Contribution()
    {
    }

    public int Id { get; private set; }

    public int ConsultationId { get; private set; }

    public int ParticipantId { get; private set; }

    public Participant Participant { get; private set; } = null!;

    public Channel Channel { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime ReceivedAt { get; private set; }

    /// <summary>SHA-256 of the form's ticket, in hexadecimal.</summary>
    public string TicketDigest { get; private set; } = "";

    /// <summary>SHA-256 of the tracking code, in hexadecimal.</summary>
    public string TrackingDigest { get; private set; } = "";

    /// <summary>Code printed on the paper card, where it came on one: a card is counted once.</summary>
    public string? PaperCode { get; private set; }

    /// <summary>The same for what came from one address on one day, and nothing else (<see cref="Origins"/>); none on paper, and once it is forgotten.</summary>
    public string? Origin { get; private set; }

    /// <summary>Account of the clerk who typed it in.</summary>
    public int? Clerk { get; private set; }

    public List<Remark> Remarks { get; } = [];

    /// <summary>To the questions of the consultation.</summary>
    public List<GivenAnswer> Answers { get; } = [];

    /// <summary>What is shown of it are its remarks.</summary>
    public bool IsShownOnArrival => false;

    /// <summary>The number of its receipt: <c>2026/000123</c>, in the year in which it was received in Morocco.</summary>
    public string NumberIn(int year) => string.Create(CultureInfo.InvariantCulture, $"{year}/{Id:000000}");

    /// <summary>The number of a receipt as somebody types it off a paper: Arabic digits are digits too, and spaces say nothing.</summary>
    /// <returns>None where it is no such number.</returns>
    public static (int Year, int Id)? ReadNumber(string? typed)
    {
        var parts = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c)).Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c)).Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? (year, id)
                : null;
    }

    /// <summary>It turned out whose it is.</summary>
    public void BelongsTo(Participant participant) => Participant = participant;

    public static Contribution Online(
        Consultation consultation, Participant participant, string ticketDigest, string trackingDigest, DateTime at, string? origin = null) => new()
        {
            ConsultationId = consultation.Id,
            Participant = participant,
            Channel = Channel.Online,
            Origin = origin,
            TicketDigest = ticketDigest,
            TrackingDigest = trackingDigest,
            ReceivedAt = at,
        };

    public static Contribution OnPaper(
        Consultation consultation, Participant participant, string ticketDigest, string trackingDigest, string? paperCode, int clerk, DateTime at) => new()
        {
            ConsultationId = consultation.Id,
            Participant = participant,
            Channel = Channel.Paper,
            TicketDigest = ticketDigest,
            TrackingDigest = trackingDigest,
            PaperCode = paperCode,
            Clerk = clerk,
            ReceivedAt = at,
        };
}

internal enum Channel
{
    Online,
    Paper,
}

internal sealed class ContributionConfiguration : IEntityTypeConfiguration<Contribution>
{
    public void Configure(EntityTypeBuilder<Contribution> builder)
    {
        builder.ToTable("contributions");
        builder.Property(contribution => contribution.TicketDigest).HasMaxLength(Contribution.DigestLength);
        builder.Property(contribution => contribution.TrackingDigest).HasMaxLength(Contribution.DigestLength);
        builder.Property(contribution => contribution.Origin).HasMaxLength(Origins.Length);
        builder.HasIndex(contribution => new { contribution.ConsultationId, contribution.Origin });
        builder.Property(contribution => contribution.PaperCode).HasMaxLength(Contribution.PaperCodeLength);
        builder.HasIndex(contribution => contribution.TicketDigest).IsUnique();
        builder.HasIndex(contribution => contribution.TrackingDigest).IsUnique();
        builder.HasIndex(contribution => new { contribution.ConsultationId, contribution.PaperCode }).IsUnique();
        builder.HasOne<Consultation>().WithMany().HasForeignKey(contribution => contribution.ConsultationId);
        builder.HasOne(contribution => contribution.Participant).WithMany().HasForeignKey(contribution => contribution.ParticipantId);
        builder.HasMany(contribution => contribution.Remarks).WithOne(remark => remark.Contribution).HasForeignKey(remark => remark.ContributionId);
    }
}
