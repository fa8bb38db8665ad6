using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Mail;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Questions;

namespace Platform.Participation.Contributions;

/// <summary>
/// Receives contributions: when it answers, they are durable. The database itself refuses a second one with the same ticket, so that a double click, a retry
/// after a lost answer and two tabs all get the first one's receipt. Those who send at the same time are written by one of them, in one transaction.
/// </summary>
internal sealed class Reception(CommuneContext db, ReceptionQueue queue, Mails mails, CurrentCommune commune, TimeProvider time)
{
    private const int Attempts = 3;

    /// <summary>Nothing is received before it opens, from its closing on, or before it was announced.</summary>
    public async Task<Receipt?> ReceiveAsync(Consultation consultation, Sending sending, CancellationToken cancellation)
    {
        var arrival = new Arrival(consultation, sending, Tracking.DigestOfTicket(sending.Ticket), time.UtcNow());

        // Cards that were written in time may be typed in until the answers are due.
        if (consultation.PhaseAt(arrival.At) != ConsultationPhase.Open && !(sending.Clerk is not null && consultation.PhaseAt(arrival.At) == ConsultationPhase.Answering))
        {
            // What was received stays received.
            return (await StandingAsync([arrival.Ticket], cancellation)).TryGetValue(arrival.Ticket, out var standing) ? ReceiptOf(standing, sending, first: false) : null;
        }

        return await queue.ReceiveAsync(commune.Value.Slug, arrival, WriteAsync, alone: sending.Beside is not null);
    }

    /// <summary>The number on the receipt of what was received at this instant.</summary>
    public static int YearOf(DateTime receivedAt) => MoroccoTime.FromUtc(receivedAt).Year;

    private static Receipt ReceiptOf(Contribution contribution, Sending sending, bool first) =>
        new(contribution.Id, contribution.NumberIn(YearOf(contribution.ReceivedAt)), Tracking.CodeOf(sending.Ticket), first);

    /// <summary>All of them in one transaction; where the database refuses one, each by itself. Not ended with the request: others wait for it.</summary>
    private async Task WriteAsync(IReadOnlyList<Arrival> arrivals)
    {
        try
        {
            await WriteTogetherAsync(arrivals);
        }
        catch (DbUpdateException)
        {
            foreach (var arrival in arrivals)
            {
                await WriteAloneAsync(arrival);
            }
        }
    }

    /// <summary>Somebody in another process was quicker with the same ticket, or the same person with another one: it is there when one looks again.</summary>
    private async Task WriteAloneAsync(Arrival arrival)
    {
        for (var attempt = 1; arrival.Receipt is null && arrival.Fault is null; attempt++)
        {
            try
            {
                await WriteTogetherAsync([arrival]);
            }
            catch (DbUpdateException error)
            {
                arrival.Fault = attempt < Attempts ? null : error;
            }
        }
    }

    private Task WriteTogetherAsync(IReadOnlyList<Arrival> arrivals) => db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
    {
        db.ChangeTracker.Clear();
        var standing = await StandingAsync([.. arrivals.Select(arrival => arrival.Ticket).Distinct()], CancellationToken.None);
        var firsts = arrivals.Where(arrival => !standing.ContainsKey(arrival.Ticket)).DistinctBy(arrival => arrival.Ticket).ToList();
        var participants = await ParticipantsAsync(firsts);
        var received = firsts.ToDictionary(arrival => arrival.Ticket, arrival => Write(arrival, participants), StringComparer.Ordinal);
        var letters = firsts.Any(arrival => arrival.Sending.Letter is not null);
        await using var transaction = letters ? await db.BeginAsync(CancellationToken.None) : null;
        if (firsts.Count > 0)
        {
            await db.SaveChangesAsync();
        }

        if (transaction is not null)
        {
            // The number of the receipt is known now: the letter with it is kept with the contribution, or neither is.
            foreach (var arrival in firsts)
            {
                arrival.Sending.Letter?.Invoke(mails, ReceiptOf(received[arrival.Ticket], arrival.Sending, first: true));
            }

            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        foreach (var arrival in arrivals)
        {
            arrival.Receipt = ReceiptOf(standing.GetValueOrDefault(arrival.Ticket) ?? received[arrival.Ticket], arrival.Sending, first: firsts.Contains(arrival));
        }
    });

    private Contribution Write(Arrival arrival, Dictionary<(int, string), Participant> participants)
    {
        var (consultation, sending) = (arrival.Consultation, arrival.Sending);
        var participant = ParticipantOf(consultation, sending.Sender, participants);
        var tracking = Tracking.DigestOfCode(Tracking.CodeOf(sending.Ticket));
        var contribution = sending.Clerk is { } clerk
            ? Contribution.OnPaper(consultation, participant, arrival.Ticket, tracking, sending.PaperCode, clerk, arrival.At)
            : Contribution.Online(consultation, participant, arrival.Ticket, tracking, arrival.At, sending.Origin);
        foreach (var said in sending.Remarks)
        {
            var remark = Remark.Of(consultation, said.Kind, said.Matter, said.Text, said.Proposed, said.Rank, arrival.At);
            if (sending.ReadFirst)
            {
                remark.WaitToBeRead();
            }

            contribution.Remarks.Add(remark);
        }

        foreach (var given in sending.Answers)
        {
            var answer = GivenAnswer.Of(consultation, given);
            if (sending.ReadFirst)
            {
                answer.WaitToBeLetIn(arrival.At);
            }

            contribution.Answers.Add(answer);
        }

        db.Add(contribution);
        sending.Beside?.Invoke();
        db.AddRange(sending.Cards.Where(card => db.Entry(card).State == EntityState.Detached));
        return contribution;
    }

    private async Task<Dictionary<string, Contribution>> StandingAsync(IReadOnlyList<string> tickets, CancellationToken cancellation) =>
        await db.Set<Contribution>().AsNoTracking().Where(contribution => tickets.Contains(contribution.TicketDigest))
            .ToDictionaryAsync(contribution => contribution.TicketDigest, StringComparer.Ordinal, cancellation);

    /// <summary>Those of the senders who took part before, by consultation and key.</summary>
    private async Task<Dictionary<(int, string), Participant>> ParticipantsAsync(List<Arrival> arrivals)
    {
        var consultations = arrivals.Select(arrival => arrival.Consultation.Id).Distinct().ToList();
        var keys = arrivals.Select(arrival => arrival.Sending.Sender.Key).Distinct().ToList();
        return await db.Set<Participant>().Where(known => consultations.Contains(known.ConsultationId) && keys.Contains(known.Key))
            .ToDictionaryAsync(known => (known.ConsultationId, known.Key));
    }

    private Participant ParticipantOf(Consultation consultation, Sender sender, Dictionary<(int, string), Participant> participants)
    {
        if (!participants.TryGetValue((consultation.Id, sender.Key), out var participant))
        {
            participant = Participant.Of(consultation, sender.Key, sender.Kind, sender.Account, sender.Language);
            db.Add(participant);
            participants.Add((consultation.Id, sender.Key), participant);
        }

        if (sender.ShownAs is { } shownAs)
        {
            participant.Speak(sender.Kind);
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
    /// <summary>To the questions of the consultation; only those that are asked of whoever answers so.</summary>
    public IReadOnlyList<Given> Answers { get; init; } = [];

    /// <summary>The parts of a new card that an idea brings in.</summary>
    public IReadOnlyList<Matter> Cards { get; init; } = [];

    /// <summary>The team reads it before anybody else, and lets figures in before they count, whatever the consultation's rule is.</summary>
    public bool ReadFirst { get; init; }

    /// <summary>What the sender's own request writes down in the same save, and again where the save is tried again; nobody else is written with it.</summary>
    public Action? Beside { get; init; }

    /// <summary>Where it came from that day (<see cref="Origins"/>).</summary>
    public string? Origin { get; init; }

    /// <summary>The letter that takes the receipt to the sender, kept in the same transaction as the contribution.</summary>
    public Action<Mails, Receipt>? Letter { get; init; }
}

/// <param name="First">False where the same ticket had been received before.</param>
internal sealed record Receipt(int Contribution, string Number, string TrackingCode, bool First);
