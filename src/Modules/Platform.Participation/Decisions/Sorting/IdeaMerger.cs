using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Mail;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions.RoundReports;

namespace Platform.Participation.Decisions.Sorting;

/// <summary>
/// Puts ideas that say the same together on one card, and takes them apart again. Nothing is moved or lost: each idea keeps its words and its author, what was
/// said of it is found with the other's, and its author is told.
/// </summary>
internal sealed class IdeaMerger(CommuneContext db, AuditTrail audit, Mails mails, RoundReportShelf reports, CurrentCommune commune)
{
    /// <summary>Ideas of a consultation that stand by themselves, by the number of the remark that brought them in.</summary>
    public async Task<IReadOnlyDictionary<int, Matter>> StandingAsync(int consultation, CancellationToken cancellation) =>
        await db.Set<Remark>().AsNoTracking()
            .Where(remark => remark.ConsultationId == consultation && remark.Kind == RemarkKind.Idea && remark.State != RemarkState.Held && remark.Matter!.MergedInto == null)
            .OrderBy(remark => remark.Id).Select(remark => new { remark.Id, remark.Matter }).ToDictionaryAsync(one => one.Id, one => one.Matter!, cancellation);

    /// <returns>False where the two cannot go together.</returns>
    public async Task<bool> MergeAsync(Consultation consultation, int remark, int into, CancellationToken cancellation)
    {
        // Read within the transaction: of two who put the same ideas together the other way round, the second finds one that goes with the first already.
        await using var transaction = await db.BeginActAsync(cancellation);
        var ideas = await db.Set<Remark>().Include(one => one.Matter).Include(one => one.Contribution.Participant)
            .Where(one => one.ConsultationId == consultation.Id && one.Kind == RemarkKind.Idea && (one.Id == remark || one.Id == into)).ToDictionaryAsync(one => one.Id, cancellation);
        if (remark == into || ideas.GetValueOrDefault(remark) is not { Matter: { MergedInto: null } card } idea
            || ideas.GetValueOrDefault(into) is not { Matter: { MergedInto: null } target })
        {
            return false;
        }

        // Those that had been put together with it go along.
        foreach (var follower in await db.Set<Matter>().Where(matter => matter.ConsultationId == consultation.Id && matter.MergedInto == card.Key).ToListAsync(cancellation))
        {
            follower.MergeInto(target);
        }

        card.MergeInto(target);
        audit.Record("idea.merged", $"idea:{remark}", after: new { Into = into });
        if (idea.Contribution.Participant is { Mail: { } mail } author && Mails.IsAddress(mail))
        {
            var language = Language.OfPage(author.Language) ?? Language.Arabic;
            mails.Send(mail, language, MailText.Of<SortingTexts>("IdeaMerged", consultation.Title, target.Title!)
                .Leading($"{commune.Value.Address}/{language.Tag}/consultations/{consultation.Slug}/remarks/{remark}"));
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await reports.WantAsync(consultation, cancellation);
        return true;
    }

    public async Task TakeApartAsync(Consultation consultation, int remark, CancellationToken cancellation)
    {
        if (await db.Set<Remark>().Where(one => one.Id == remark && one.Matter!.MergedInto != null).Select(one => one.Matter!).SingleOrDefaultAsync(cancellation) is { } card)
        {
            card.TakeApart();
            audit.Record("idea.taken-apart", $"idea:{remark}");
            await db.SaveChangesAsync(cancellation);
            await reports.WantAsync(consultation, cancellation);
        }
    }
}
