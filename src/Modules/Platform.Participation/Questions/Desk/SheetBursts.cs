using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;

namespace Platform.Participation.Questions.Desk;

/// <summary>Many sheets that came from one address on one day.</summary>
internal sealed record SheetBurst(string Origin, int Sheets);

/// <summary>An act that left sheets out of the figures, and that one act undoes.</summary>
internal sealed record LeavingOut(DateTime At, HoldReason Reason, int Sheets);

/// <summary>
/// Junk that a machine sent has no words to be read: its sheets are told by where they came from that day (<see cref="Origins"/>), left out of all figures at once,
/// and brought back at once. Nothing is deleted, and no single sheet is seen.
/// </summary>
internal sealed class SheetBursts(CommuneContext db, AuditTrail audit, TimeProvider time)
{
    /// <summary>A family and a school class send fewer from one line in a day than a machine.</summary>
    public const int Least = 20;

    private const int MostShown = 5;

    public async Task<IReadOnlyList<SheetBurst>> OfAsync(int consultation, CancellationToken cancellation) =>
    [
        .. (await Sheets(consultation).Where(sheet => sheet.Origin != null && sheet.Answers.Any(answer => answer.State != RemarkState.Held))
            .GroupBy(sheet => sheet.Origin!).Select(group => new { group.Key, Count = group.Count() })
            .Where(group => group.Count >= Least).OrderByDescending(group => group.Count).Take(MostShown).ToListAsync(cancellation))
            .Select(group => new SheetBurst(group.Key, group.Count)),
    ];

    /// <summary>The last ones that still stand.</summary>
    public async Task<IReadOnlyList<LeavingOut>> ActsAsync(int consultation, CancellationToken cancellation) =>
    [
        .. (await db.Set<GivenAnswer>().Where(answer => answer.ConsultationId == consultation && answer.LeftOutAt != null && answer.HeldFor != null)
            .Select(answer => new { answer.LeftOutAt, answer.HeldFor, answer.ContributionId }).Distinct()
            .GroupBy(answer => new { answer.LeftOutAt, answer.HeldFor }).Select(group => new { group.Key.LeftOutAt, group.Key.HeldFor, Count = group.Count() })
            .OrderByDescending(act => act.LeftOutAt).Take(MostShown).ToListAsync(cancellation))
            .Select(act => new LeavingOut(act.LeftOutAt!.Value, act.HeldFor!.Value, act.Count)),
    ];

    /// <returns>How many sheets; none where so few came from there that it could be one family.</returns>
    public async Task<int> LeaveOutAsync(Consultation consultation, string origin, HoldReason reason, CancellationToken cancellation)
    {
        var sheets = Sheets(consultation.Id).Where(sheet => sheet.Origin == origin && sheet.Answers.Any(answer => answer.State != RemarkState.Held));
        var count = await sheets.CountAsync(cancellation);
        if (count < Least)
        {
            return 0;
        }

        var now = time.UtcNow();
        var at = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc); // as every engine keeps it
        await using var transaction = await db.BeginActAsync(cancellation);
        await db.Set<GivenAnswer>().Where(answer => answer.ConsultationId == consultation.Id && answer.State != RemarkState.Held && answer.Contribution.Origin == origin)
            .ExecuteUpdateAsync(
                set => set.SetProperty(answer => answer.State, RemarkState.Held).SetProperty(answer => answer.HeldFor, reason).SetProperty(answer => answer.LeftOutAt, at),
                cancellation);
        consultation.Sift(at);
        audit.Record("words.left-out", $"words:{consultation.Slug}", after: new { sheets = count, HeldFor = reason });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return count;
    }

    /// <summary>Words wait to be read again, figures and orders of importance count.</summary>
    public async Task BringBackAsync(Consultation consultation, DateTime leftOutAt, CancellationToken cancellation)
    {
        var meant = db.Set<GivenAnswer>().Where(answer => answer.ConsultationId == consultation.Id && answer.LeftOutAt == leftOutAt);
        await using var transaction = await db.BeginActAsync(cancellation);
        await meant.Where(answer => answer.Text != null).ExecuteUpdateAsync(set => set.SetProperty(answer => answer.State, RemarkState.Waiting), cancellation);
        await meant.Where(answer => answer.Text == null).ExecuteUpdateAsync(set => set.SetProperty(answer => answer.State, RemarkState.Shown), cancellation);
        var count = await meant.Select(answer => answer.ContributionId).Distinct().CountAsync(cancellation);
        await db.Set<Remark>().Where(remark => remark.ConsultationId == consultation.Id && remark.Kind == RemarkKind.Priority && remark.State == RemarkState.Held && remark.HeldAt == leftOutAt)
            .ExecuteUpdateAsync(
                set => set.SetProperty(remark => remark.State, RemarkState.Shown).SetProperty(remark => remark.HeldFor, (HoldReason?)null).SetProperty(remark => remark.HeldAt, (DateTime?)null),
                cancellation);
        await meant.ExecuteUpdateAsync(
            set => set.SetProperty(answer => answer.HeldFor, (HoldReason?)null).SetProperty(answer => answer.LeftOutAt, (DateTime?)null), cancellation);
        consultation.Sift(time.UtcNow());
        audit.Record("words.brought-back", $"words:{consultation.Slug}", after: new { sheets = count });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private IQueryable<Contribution> Sheets(int consultation) => db.Set<Contribution>().Where(sheet => sheet.ConsultationId == consultation);
}
