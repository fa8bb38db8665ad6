using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Mail;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions.RoundReports;

namespace Platform.Participation.Decisions;

/// <summary>
/// What the team does with remarks: shows them or holds them back, decides, tells the authors. Each act is written with its mails and its place in the audit
/// trail, or not at all.
/// </summary>
internal sealed class Answering(
    CommuneContext db, AuditTrail audit, Mails mails, RoundReportShelf shelf, CurrentPerson person, CurrentCommune commune, TimeProvider time)
{
    /// <summary>So many remarks are loaded and their authors told one by one; more are sifted at once, and their authors read it under their tracking codes.</summary>
    public const int MostAtOnce = 200;

    /// <summary>Shows what was waiting or held back.</summary>
    public async Task<int> ShowAsync(Consultation consultation, IReadOnlyCollection<int> chosen, CancellationToken cancellation)
    {
        var remarks = await ChosenAsync(consultation, chosen, cancellation);
        var changed = remarks.Where(remark => remark.State != RemarkState.Shown).ToList();
        foreach (var remark in changed)
        {
            remark.Show();
            audit.Record("remark.shown", $"remark:{remark.Id}");
        }

        await db.SaveChangesAsync(cancellation);
        await shelf.WantAsync(consultation, cancellation);
        return changed.Count;
    }

    /// <summary>Holds remarks back, and tells their authors why. Nothing is deleted.</summary>
    public async Task<int> HoldAsync(Consultation consultation, IReadOnlyCollection<int> chosen, HoldReason reason, string? note, CancellationToken cancellation)
    {
        var remarks = await ChosenAsync(consultation, chosen, cancellation);
        var changed = remarks.Where(remark => remark.State != RemarkState.Held).ToList();
        var now = time.UtcNow();
        foreach (var remark in changed)
        {
            remark.Hold(reason, note, now);
            audit.Record("remark.held", $"remark:{remark.Id}", after: new { HeldFor = reason });
            if (Address(remark) is { } address)
            {
                mails.Send(address.Mail, address.Language, MailText.Of<DecisionsTexts>("Held", consultation.Title, Words(reason), note ?? ""));
            }
        }

        await db.SaveChangesAsync(cancellation);
        await shelf.WantAsync(consultation, cancellation);
        return changed.Count;
    }

    /// <summary>Holds back everything that the filter means: a burst of junk, in one act that one act undoes (<see cref="ShowAgainAsync"/>).</summary>
    /// <returns>How many, and the instant that names the act.</returns>
    public async Task<(int Count, DateTime At)> HoldAllAsync(
        Consultation consultation, IQueryable<Remark> meant, HoldReason reason, CancellationToken cancellation)
    {
        var now = time.UtcNow();
        var at = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc); // as every engine keeps it
        await using var transaction = await db.BeginActAsync(cancellation);
        var count = await meant.Where(remark => remark.State != RemarkState.Held && remark.DecisionId == null).ExecuteUpdateAsync(
            set => set
                .SetProperty(remark => remark.State, RemarkState.Held)
                .SetProperty(remark => remark.HeldFor, reason)
                .SetProperty(remark => remark.HeldAt, at)
                .SetProperty(remark => remark.Revision, remark => remark.Revision + 1),
            cancellation);
        consultation.Sift(at);
        audit.Record("round.sifted", $"round:{consultation.Slug}", after: new { Held = count, HeldFor = reason });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await shelf.WantAsync(consultation, cancellation);
        return (count, at);
    }

    /// <summary>Undoes <see cref="HoldAllAsync"/>: what it held back is as it was before moderation.</summary>
    public async Task<int> ShowAgainAsync(Consultation consultation, DateTime heldAt, CancellationToken cancellation)
    {
        var back = consultation.Moderation == Moderation.Before ? RemarkState.Waiting : RemarkState.Shown;
        await using var transaction = await db.BeginActAsync(cancellation);
        var held = db.Set<Remark>().Where(remark => remark.ConsultationId == consultation.Id && remark.State == RemarkState.Held && remark.HeldAt == heldAt);
        var count = await BackAsync(held.Where(remark => remark.Kind != RemarkKind.Priority), back);

        // A place in an order of importance is counted, and waits for nobody to read it.
        count += await BackAsync(held.Where(remark => remark.Kind == RemarkKind.Priority), RemarkState.Shown);
        consultation.Sift(time.UtcNow());
        audit.Record("round.sifting-undone", $"round:{consultation.Slug}", after: new { Shown = count });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await shelf.WantAsync(consultation, cancellation);
        return count;

        Task<int> BackAsync(IQueryable<Remark> which, RemarkState state) => which.ExecuteUpdateAsync(
                set => set
                    .SetProperty(remark => remark.State, state)
                    .SetProperty(remark => remark.HeldFor, (HoldReason?)null)
                    .SetProperty(remark => remark.HeldAt, (DateTime?)null)
                    .SetProperty(remark => remark.Revision, remark => remark.Revision + 1),
                cancellation);
    }

    /// <summary>Writes an answer for remarks, or revises one; published, it is told to their authors.</summary>
    /// <param name="decision">None for a new one.</param>
    /// <param name="chosen">The remarks that it answers from now on; those that it answered before and are not among them wait again.</param>
    public async Task<Decision> DecideAsync(
        Consultation consultation, Decision? decision, IReadOnlyCollection<int> chosen, DecisionText text, bool publish, CancellationToken cancellation)
    {
        var now = time.UtcNow();
        var remarks = await ChosenAsync(consultation, chosen, cancellation);
        if (decision is null)
        {
            decision = Decision.Of(consultation, text, person.Account, now);
            db.Add(decision);
        }
        else
        {
            decision.Revise(text, person.Account, now);
            foreach (var former in await db.Set<Remark>().Where(remark => remark.DecisionId == decision.Id && !chosen.Contains(remark.Id)).ToListAsync(cancellation))
            {
                former.Answer(null);
            }
        }

        foreach (var remark in remarks)
        {
            remark.Answer(decision);
        }

        var revised = decision.PublishedAt is not null;
        if (publish)
        {
            decision.Publish(now);
        }

        // One save for the answer and its number, inside one transaction with the mails that lead to it.
        await using var transaction = await db.BeginActAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        if (decision.PublishedAt is not null)
        {
            Tell(
                consultation, decision, revised,
                remarks.Select(remark => (Remark: remark.Id, Address: Address(remark))).Where(author => author.Address is not null)
                    .Select(author => (author.Address!.Value.Mail, author.Address.Value.Language, author.Remark)));
        }

        audit.Record(
            decision.PublishedAt is null ? "decision.drafted" : revised ? "decision.revised" : "decision.published", $"decision:{decision.Id}",
            after: new { decision.Outcome, decision.Reason, decision.Competent, decision.Change, decision.ChangeLink, decision.Became, Remarks = string.Join(", ", remarks.Select(remark => remark.Id)) });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await shelf.WantAsync(consultation, cancellation);
        return decision;
    }

    /// <summary>
    /// Writes one answer for all that a search means and that has none, or revises an answer that so many have: they keep it. None of them is loaded, and their
    /// authors are told once each.
    /// </summary>
    /// <param name="decision">None for a new one.</param>
    /// <param name="meant">What gets the new answer.</param>
    public async Task<Decision> DecideForAllAsync(
        Consultation consultation, Decision? decision, IQueryable<Remark> meant, DecisionText text, bool publish, CancellationToken cancellation)
    {
        var now = time.UtcNow();
        var (isNew, revised) = (decision is null, decision?.PublishedAt is not null);
        if (decision is null)
        {
            decision = Decision.Of(consultation, text, person.Account, now);
            db.Add(decision);
        }
        else
        {
            decision.Revise(text, person.Account, now);
        }

        if (publish)
        {
            decision.Publish(now);
        }

        await using var transaction = await db.BeginActAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        var id = decision.Id;
        if (isNew && await Open(meant).ExecuteUpdateAsync(
                set => set.SetProperty(remark => remark.DecisionId, id).SetProperty(remark => remark.Revision, remark => remark.Revision + 1), cancellation) == 0)
        {
            throw new DbUpdateConcurrencyException("Somebody else has answered them all in this moment.");
        }

        var answered = db.Set<Remark>().Where(remark => remark.DecisionId == id);
        if (decision.PublishedAt is not null)
        {
            var authors = await answered.Where(remark => remark.Contribution.Participant.Mail != null)
                .GroupBy(remark => new { remark.Contribution.Participant.Mail, remark.Contribution.Participant.Language })
                .Select(group => new { group.Key.Mail, group.Key.Language, First = group.Min(remark => remark.Id) }).ToListAsync(cancellation);
            Tell(
                consultation, decision, revised,
                authors.Where(author => Mails.IsAddress(author.Mail)).Select(author => (author.Mail!, Language.OfPage(author.Language) ?? Language.Arabic, author.First)));
        }

        audit.Record(
            decision.PublishedAt is null ? "decision.drafted" : revised ? "decision.revised" : "decision.published", $"decision:{id}",
            after: new { decision.Outcome, decision.Reason, decision.Competent, decision.Change, decision.ChangeLink, decision.Became, Remarks = await answered.CountAsync(cancellation) });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await shelf.WantAsync(consultation, cancellation);
        return decision;
    }

    /// <summary>What an answer for all can be given to: nothing that was held back or has an answer.</summary>
    public static IQueryable<Remark> Open(IQueryable<Remark> meant) =>
        meant.Where(remark => remark.State != RemarkState.Held && remark.Kind != RemarkKind.Priority && remark.DecisionId == null);

    private void Tell(Consultation consultation, Decision decision, bool revised, IEnumerable<(string Mail, Language Language, int Remark)> authors)
    {
        var told = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (mail, language, remark) in authors.Where(author => told.Add(author.Mail)))
        {
            mails.Send(mail, language, MailText
                .Of<DecisionsTexts>(revised ? "AnswerRevised" : "Answered", consultation.Title, decision.Reason)
                .Leading($"{commune.Value.Address}/{language.Tag}/consultations/{consultation.Slug}/remarks/{remark}"));
        }
    }

    /// <summary>The reason in both languages: the author reads it in the language of the mail, not in the moderator's.</summary>
    private static LocalizedText Words(HoldReason reason) => BothLanguages.Of(typeof(ContributionsTexts), "Hold_" + reason);

    private static (string Mail, Language Language)? Address(Remark remark) =>
        remark.Contribution.Participant is { Mail: { } mail } author && Mails.IsAddress(mail) ? (mail, Language.OfPage(author.Language) ?? Language.Arabic) : null;

    private async Task<IReadOnlyList<Remark>> ChosenAsync(Consultation consultation, IReadOnlyCollection<int> chosen, CancellationToken cancellation) =>
        await db.Set<Remark>().Include(remark => remark.Contribution.Participant)
            .Where(remark => remark.ConsultationId == consultation.Id && chosen.Contains(remark.Id))
            .OrderBy(remark => remark.Id).Take(MostAtOnce).ToListAsync(cancellation);
}
