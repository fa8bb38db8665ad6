using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Data.Auditing;
using Platform.Data.Mail;
using Platform.Data.Outbox;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Records.FailedMails;

/// <summary>A mail that did not get through: given up, or put off to be tried again.</summary>
/// <param name="Problem">Code of what went wrong last.</param>
/// <param name="FailedAt">When it was given up; none while it is still tried.</param>
internal sealed record FailedMail(long Id, string To, string Subject, DateTime WrittenAt, int Attempts, string Problem, DateTime? FailedAt, DateTime DueAt);

/// <param name="Failed">How many were given up.</param>
/// <param name="Waiting">How many wait for their first attempt or the next one.</param>
internal sealed record FailedMailPage(int Failed, int Waiting, int Count, int Pages, IReadOnlyList<FailedMail> Mails);

/// <summary>Where a person decides what becomes of mails that did not get through, in whichever database is given.</summary>
internal sealed class FailedMailDesk(AuditTrail audit, TimeProvider time)
{
    public const int PageSize = 50;

    public async Task<FailedMailPage> PageAsync(DbContext db, int page, CancellationToken cancellation)
    {
        var undelivered = Undelivered(db).AsNoTracking();
        var failed = await undelivered.CountAsync(message => message.FailedAt != null, cancellation);
        var waiting = await undelivered.CountAsync(message => message.FailedAt == null, cancellation);
        var shown = undelivered.Where(message => message.FailedAt != null || message.Problem != null);
        var count = await shown.CountAsync(cancellation);
        var rows = await shown.OrderByDescending(message => message.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        if (rows.Count > 0)
        {
            // Whom the commune writes to is personal data.
            await audit.RecordReadAsync("mail.failures-read", "mail:failures", cancellation);
        }

        return new(failed, waiting, count, PageNumber.PagesOf(count, PageSize), rows.ConvertAll(Read));
    }

    /// <returns>False where there is no such mail to send again.</returns>
    public async Task<bool> ResendAsync(DbContext db, long id, CancellationToken cancellation)
    {
        var now = time.UtcNow();
        var message = await Undelivered(db)
            .Where(message => message.FailedAt != null || message.Problem != null)
            .SingleOrDefaultAsync(message => message.Id == id && (message.LeasedUntil == null || message.LeasedUntil <= now), cancellation);
        if (message is null)
        {
            return false;
        }

        message.TryAgain(now);
        audit.Record("mail.sent-again", $"mail:{id}");
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <returns>How many are sent again.</returns>
    public async Task<int> ResendAllAsync(DbContext db, CancellationToken cancellation)
    {
        var messages = await Undelivered(db).Where(message => message.FailedAt != null).ToListAsync(cancellation);
        if (messages.Count > 0)
        {
            messages.ForEach(message => message.TryAgain(time.UtcNow()));
            audit.Record("mail.all-sent-again", "mail:failures", after: new { mails = messages.Count });
            await db.SaveChangesAsync(cancellation);
        }

        return messages.Count;
    }

    /// <summary>Throws a mail away, with its text and address; that it was, and why, is kept.</summary>
    /// <returns>False where there is no such mail that was given up.</returns>
    public async Task<bool> DiscardAsync(DbContext db, long id, string reason, CancellationToken cancellation)
    {
        if (await Undelivered(db).SingleOrDefaultAsync(message => message.Id == id && message.FailedAt != null, cancellation) is not { } message)
        {
            return false;
        }

        db.Remove(message);
        audit.Record("mail.discarded", $"mail:{id}", reason);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    public static IQueryable<OutboxMessage> Undelivered(DbContext db) =>
        db.Set<OutboxMessage>().Where(message => message.DeliveredAt == null && message.Kind == OutgoingMail.Kind);

    private static FailedMail Read(OutboxMessage message)
    {
        var (to, subject) = ("", "");
        try
        {
            var mail = message.Read<OutgoingMail>();
            (to, subject) = (mail.To, mail.Subject);
        }
        catch (JsonException)
        {
            // Its problem says that it is broken; it can still be discarded.
        }

        return new(message.Id, to, subject, message.WrittenAt, message.Attempts, message.Problem ?? "broken", message.FailedAt, message.DueAt);
    }
}
