using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;

namespace Platform.Participation.Contributions;

/// <summary>
/// Receives contributions: when it answers, they are durable. The database itself refuses a second one with the same ticket, so that a double click, a retry
/// after a lost answer and two tabs all get the first one's receipt.
/// </summary>
internal sealed class Reception(CommuneContext db, ReceptionQueue queue, CurrentCommune commune, TimeProvider time)
{
    /// <summary>Nothing is received before it opens, from its closing on, or before it was announced.</summary>
    public async Task<Receipt?> ReceiveAsync(Consultation consultation, Sending sending, CancellationToken cancellation)
    {
        var now = time.UtcNow();
        var ticket = Tracking.DigestOfTicket(sending.Ticket);
        if (await StandingAsync(ticket, sending.Ticket, cancellation) is { } standing)
        {
            return standing; // also after closing: what was received stays received
        }

        // Cards that were written in time may be typed in until the answers are due.
        if (consultation.PhaseAt(now) != ConsultationPhase.Open && !(sending.Clerk is not null && consultation.PhaseAt(now) == ConsultationPhase.Answering))
        {
            return null;
        }

        using var turn = await queue.EnterAsync(commune.Value.Slug, cancellation);
        for (var attempt = 1; ; attempt++)
        {
            var participant = await ParticipantAsync(consultation, sending.Sender, cancellation);
            var code = Tracking.CodeOf(sending.Ticket);
            var contribution = sending.Clerk is { } clerk
                ? Contribution.OnPaper(consultation, participant, ticket, Tracking.DigestOfCode(code), sending.PaperCode, clerk, now)
                : Contribution.Online(consultation, participant, ticket, Tracking.DigestOfCode(code), now);
            foreach (var said in sending.Remarks)
            {
                contribution.Remarks.Add(Remark.Of(consultation, said.Kind, said.Matter, said.Text, said.Proposed, said.Rank, now));
            }

            db.Add(contribution);
            sending.Beside?.Invoke();
            db.AddRange(sending.Cards.Where(card => db.Entry(card).State == EntityState.Detached));
            try
            {
                await db.SaveChangesAsync(cancellation);
                return new(contribution.Id, contribution.NumberIn(YearOf(now)), code, First: true);
            }
            catch (DbUpdateException) when (attempt < 3)
            {
                // Somebody was quicker with the same ticket, or the same person with another one.
                db.ChangeTracker.Clear();
                if (await StandingAsync(ticket, sending.Ticket, cancellation) is { } first)
                {
                    return first;
                }
            }
        }
    }

    /// <summary>The number on the receipt of what was received at this instant.</summary>
    public static int YearOf(DateTime receivedAt) => MoroccoTime.FromUtc(receivedAt).Year;

    private async Task<Receipt?> StandingAsync(string ticketDigest, string ticket, CancellationToken cancellation) =>
        await db.Set<Contribution>().AsNoTracking().FirstOrDefaultAsync(contribution => contribution.TicketDigest == ticketDigest, cancellation) is { } standing
            ? new(standing.Id, standing.NumberIn(YearOf(standing.ReceivedAt)), Tracking.CodeOf(ticket), First: false)
            : null;

    private async Task<Participant> ParticipantAsync(Consultation consultation, Sender sender, CancellationToken cancellation)
    {
        var participant = await db.Set<Participant>().FirstOrDefaultAsync(known => known.ConsultationId == consultation.Id && known.Key == sender.Key, cancellation);
        if (participant is null)
        {
            participant = Participant.Of(consultation, sender.Key, sender.Kind, sender.Account, sender.Language);
            db.Add(participant);
        }

        if (sender.ShownAs is { } shownAs)
        {
            participant.Introduce(sender.Name ?? participant.Name, sender.Association ?? participant.Association, shownAs, sender.Mail ?? participant.Mail);
        }

        participant.Tell(sender.AgeGroup, sender.Gender, sender.Neighbourhood, sender.Vulnerable);
        return participant;
    }
}

/// <param name="Key">Recognises the person within the consultation (<see cref="Participant.Key"/>).</param>
/// <param name="ShownAs">None where somebody else speaks of a person who is known already: what the person chose stays.</param>
internal sealed record Sender(
    string Key, ParticipantKind Kind, int? Account, Language Language, string? Name, string? Association, ShownAs? ShownAs, string? Mail, AgeGroup? AgeGroup,
    Gender? Gender, string? Neighbourhood, bool? Vulnerable);

/// <param name="Matter">A tracked row of the consultation's, or a new one that an idea brings in; none for the whole.</param>
internal sealed record Said(RemarkKind Kind, Matter? Matter, string? Text, string? Proposed = null, int? Rank = null);

/// <param name="Clerk">Account of who types in a paper card; none online.</param>
internal sealed record Sending(string Ticket, Sender Sender, IReadOnlyList<Said> Remarks, int? Clerk = null, string? PaperCode = null)
{
    /// <summary>The parts of a new card that an idea brings in.</summary>
    public IReadOnlyList<Matter> Cards { get; init; } = [];

    /// <summary>What is written down in the same save, and again where the save is tried again.</summary>
    public Action? Beside { get; init; }
}

/// <param name="First">False where the same ticket had been received before.</param>
internal sealed record Receipt(int Contribution, string Number, string TrackingCode, bool First);
