using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Platform.Data.Mail;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions.Proof;
using Platform.Participation.Questions;

namespace Platform.Participation.Contributions.Answering;

/// <summary>What happened to what was handed in.</summary>
internal enum Handing
{
    Received,

    /// <summary>The puzzle of the form was used before, for something else.</summary>
    Refused,

    /// <summary>Too much came from this address within a minute.</summary>
    TooMany,

    /// <summary>The consultation is not open, or not any more.</summary>
    Closed,
}

/// <summary>Where answers are handed in: looks at who brings them and what a machine would do, gives them to <see cref="Reception"/> and mails the receipt.</summary>
internal sealed class Counter(
    Reception reception, Doorkeeper doorkeeper, Origins origins, CurrentPerson person, CurrentCommune commune, IDataProtectionProvider protection,
    ProofOfWork proof, IOptions<ContributionLimits> limits, IStringLocalizer<ContributionsTexts> texts, IStringLocalizer<ProofTexts> proofs, TimeProvider time)
{
    private readonly IDataProtector seal = protection.CreateProtector("Contributions.Since");

    /// <summary>For the form: when it was opened.</summary>
    public string Opened() => seal.Protect(time.UtcNow().Ticks.ToString(CultureInfo.InvariantCulture));

    /// <summary>The consultation of this request asks visitors' browsers for work; none where it does not.</summary>
    private Consultation? asking;

    /// <summary>The browser of this request could not do the work: what it sends is read by the team before anybody else.</summary>
    private bool unproved;

    /// <summary>For the form: how hard its puzzle is.</summary>
    public int ProofBits => proof.Bits;

    public int SecondsWithoutProof => (int)proof.WaitWithout.TotalSeconds;

    /// <summary>Whose form it is.</summary>
    public void Enter(Consultation consultation) => asking = proof.IsAskedIn(consultation) ? consultation : null;

    /// <summary>For the form: a new puzzle for the browser; none where none is asked for.</summary>
    public string? NewPuzzle() => asking is null ? null : proof.New(asking);

    /// <summary>Whether the browser did the work, or the person waited instead; what is missing is said in the model state.</summary>
    public void CheckProof(SenderForm form, ModelStateDictionary state)
    {
        if (asking is null || proof.IsSolved(asking, form.Puzzle, form.Solution))
        {
            return;
        }

        unproved = true;
        if (Opening(form.Since) is not { } opened || time.UtcNow() - opened < proof.WaitWithout)
        {
            state.AddModelError("", proofs["Needed", SecondsWithoutProof]);
        }
    }

    /// <summary>What is wrong with the sender's part of the form, said in the model state.</summary>
    public void Check(SenderForm form, ModelStateDictionary state)
    {
        if (!string.IsNullOrEmpty(form.Website))
        {
            state.AddModelError("Sender.Website", texts["TrapFilled"]);
        }

        if (Opening(form.Since) is not { } opened)
        {
            // The next try carries a new seal.
            form.Since = null;
            state.AddModelError("", texts["TooQuick"]);
        }
        else if (time.UtcNow() - opened < TimeSpan.FromSeconds(limits.Value.LeastSeconds))
        {
            state.AddModelError("", texts["TooQuick"]);
        }

        if (form.Mail is { } mail && !Mails.IsAddress(mail))
        {
            state.AddModelError("Sender.Mail", "ValidationMail");
        }

        if (form.ShownAs == ShownAs.Name && form.Name is null && !person.IsSignedIn)
        {
            state.AddModelError("Sender.Name", texts["NameNeeded"]);
        }

        if (form.ShownAs == ShownAs.Association && (form.Association is null || !SpeaksForAssociation))
        {
            state.AddModelError("Sender.Association", texts["AssociationNeeded"]);
        }
    }

    /// <summary>Adverts come with links.</summary>
    public void CheckLinks(string? text, string key, ModelStateDictionary state)
    {
        if (text is not null && Words.LinksIn(text) > limits.Value.MostLinks)
        {
            state.AddModelError(key, texts["TooManyLinks", limits.Value.MostLinks]);
        }
    }

    public bool SpeaksForAssociation => person.Is(Role.AssociationRepresentative);

    /// <summary>Receives it, unless something is wrong: a receipt only where it is durable.</summary>
    public async Task<(Handing Handing, Receipt? Receipt)> HandInAsync(
        HttpContext context, Consultation consultation, SenderForm form, IReadOnlyList<Said> remarks, IReadOnlyList<Matter> cards, Language language,
        IReadOnlyList<Given>? answers = null)
    {
        if (!doorkeeper.MaySend(From(context)))
        {
            return (Handing.TooMany, null);
        }

        var secret = BrowserSecret.Of(context);
        var sender = SenderOf(consultation, form, secret, language);
        var ticket = Tracking.TicketOf(secret, [
            consultation.Id.ToString(CultureInfo.InvariantCulture), sender.Key,
            .. remarks.SelectMany(said => new[]
            {
                said.Kind.ToString(), said.Matter is { Id: > 0 } matter ? matter.Key : said.Matter?.Title?.Ar, said.Text, said.Proposed,
                said.Rank?.ToString(CultureInfo.InvariantCulture),
            }),
            .. (answers ?? []).Select(given => string.Create(CultureInfo.InvariantCulture, $"{given.Question.Number}:{given.Choice}:{given.Text}")),
        ]);
        if (asking is not null && !unproved && !await proof.SpendAsync(form.Puzzle!, ticket, context.RequestAborted))
        {
            return (Handing.Refused, null);
        }

        var sending = new Sending(ticket, sender, remarks)
        {
            Cards = cards,
            Answers = answers ?? [],
            Origin = origins.Of(From(context)),
            Letter = form.Mail is { } mail ? LetterTo(mail, consultation, language) : null,
            ReadFirst = unproved,
        };
        if (await reception.ReceiveAsync(consultation, sending, context.RequestAborted) is not { } receipt)
        {
            return (Handing.Closed, null);
        }

        ReceiptNote.Leave(context, ticket, time.UtcNow());
        return (Handing.Received, receipt);
    }

    private Action<Mails, Receipt> LetterTo(string mail, Consultation consultation, Language language) => (mails, receipt) => mails.Send(
        mail, language, MailText.Of<ContributionsTexts>("ReceiptMail", consultation.Title, receipt.Number, receipt.TrackingCode, consultation.AnswersBy)
            .Leading($"{commune.Value.Address}/{language.Tag}/contributions"));

    /// <summary>Whose answers these are within the consultation.</summary>
    public string PersonKey(Consultation consultation, SenderForm form, string secret) =>
        person.IsSignedIn ? Participant.KeyOf(person.Account)
        : form.Mail is { } mail ? "m:" + Tracking.DigestOfPerson(consultation.Id, mail.ToLowerInvariant(), form.Name, form.ShownAs.ToString())
        : "b:" + Tracking.DigestOfPerson(consultation.Id, secret, form.Name, form.ShownAs.ToString());

    public string From(HttpContext context) => Callers.Of(context, commune.Value);

    private Sender SenderOf(Consultation consultation, SenderForm form, string secret, Language language) => new(
        PersonKey(consultation, form, secret), KindOf(form), person.IsSignedIn ? person.Account : null, language,
        form.Name ?? (person.IsSignedIn ? person.Name : null), form.ShownAs == ShownAs.Association ? form.Association : null, form.ShownAs, form.Mail,
        form.AgeGroup, form.Gender, form.Neighbourhood, form.Vulnerable);

    private ParticipantKind KindOf(SenderForm form) =>
        !person.IsSignedIn ? ParticipantKind.Visitor
        : form.ShownAs == ShownAs.Association ? ParticipantKind.Association
        : person.Is(Role.CommitteeMember) ? ParticipantKind.Member
        : ParticipantKind.Citizen;

    private DateTime? Opening(string? sealedTicks)
    {
        try
        {
            return sealedTicks is { Length: > 0 and < 1000 } && long.TryParse(seal.Unprotect(sealedTicks), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
                ? new DateTime(ticks, DateTimeKind.Utc)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
