using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;

namespace Platform.Participation.Questions.Desk;

/// <summary>
/// Sheets and orders of importance that arrived without the work that a consultation asks browsers for: they count once the team has let them in, all at once, as
/// no single one is seen. Those that it leaves out instead are told apart and brought back as any others (<see cref="SheetBursts"/>).
/// </summary>
internal sealed class UnprovedSheets(CommuneContext db, AuditTrail audit, TimeProvider time)
{
    public Task<int> CountAsync(int consultation, CancellationToken cancellation) => Sheets(consultation).CountAsync(cancellation);

    /// <summary>Their figures count, their words wait to be read.</summary>
    public async Task<int> LetInAsync(Consultation consultation, CancellationToken cancellation)
    {
        var id = consultation.Id;
        await using var transaction = await db.BeginActAsync(cancellation);
        var count = await CountAsync(id, cancellation);
        await Ranks(id).ExecuteUpdateAsync(set => set.SetProperty(remark => remark.State, RemarkState.Shown), cancellation);
        await Answers(id).Where(answer => answer.Text == null).ExecuteUpdateAsync(set => set.SetProperty(answer => answer.State, RemarkState.Shown), cancellation);
        await Answers(id).ExecuteUpdateAsync(set => set.SetProperty(answer => answer.LeftOutAt, (DateTime?)null), cancellation);
        consultation.Sift(time.UtcNow());
        audit.Record("words.let-in", $"words:{consultation.Slug}", after: new { sheets = count });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return count;
    }

    public async Task<int> LeaveOutAsync(Consultation consultation, HoldReason reason, CancellationToken cancellation)
    {
        var (id, now) = (consultation.Id, time.UtcNow());
        var at = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc); // as every engine keeps it
        await using var transaction = await db.BeginActAsync(cancellation);
        var count = await CountAsync(id, cancellation);
        await Ranks(id).ExecuteUpdateAsync(
            set => set.SetProperty(remark => remark.State, RemarkState.Held).SetProperty(remark => remark.HeldFor, reason).SetProperty(remark => remark.HeldAt, at), cancellation);
        await Answers(id).ExecuteUpdateAsync(
            set => set.SetProperty(answer => answer.State, RemarkState.Held).SetProperty(answer => answer.LeftOutAt, at).SetProperty(answer => answer.HeldFor, reason), cancellation);
        consultation.Sift(at);
        audit.Record("words.left-out", $"words:{consultation.Slug}", after: new { sheets = count, HeldFor = reason });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return count;
    }

    private IQueryable<Contribution> Sheets(int consultation) => db.Set<Contribution>().Where(sheet => sheet.ConsultationId == consultation
        && (sheet.Answers.Any(answer => answer.LeftOutAt != null && answer.HeldFor == null)
            || sheet.Remarks.Any(remark => remark.Kind == RemarkKind.Priority && remark.State == RemarkState.Waiting)));

    private IQueryable<GivenAnswer> Answers(int consultation) =>
        db.Set<GivenAnswer>().Where(answer => answer.ConsultationId == consultation && answer.LeftOutAt != null && answer.HeldFor == null);

    private IQueryable<Remark> Ranks(int consultation) =>
        db.Set<Remark>().Where(remark => remark.ConsultationId == consultation && remark.Kind == RemarkKind.Priority && remark.State == RemarkState.Waiting);
}
