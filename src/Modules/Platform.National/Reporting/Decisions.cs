using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Communes;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;

namespace Platform.National.Reporting;

/// <summary>Decides on submissions and brings decisions to the communes: kept first, delivered afterwards, again with each intake until it arrived.</summary>
internal sealed partial class Decisions(
    NationalContext db, ISubmissionDelivery delivery, AuditTrail audit, TimeProvider time, ILogger<Decisions> log)
{
    /// <returns>False where the commune could not be reached yet.</returns>
    public async Task<bool> DecideAsync(
        NationalSubmission submission, string slug, SubmissionDecision decision, string? comment, CancellationToken cancellation)
    {
        submission.Decide(decision, comment, time.UtcNow());
        audit.Record("submission.decided", $"submission:{submission.CommuneCode}:{submission.Period}", comment, after: new { Decision = decision, submission.Round });
        await db.SaveChangesAsync(cancellation);
        return await DeliverAsync(submission, slug, cancellation);
    }

    /// <summary>Delivers what has not arrived in a commune yet.</summary>
    public async Task DeliverPendingAsync(Commune commune, CancellationToken cancellation)
    {
        var pending = await db.Set<NationalSubmission>()
            .Where(submission => submission.CommuneCode == commune.Code && !submission.Delivered)
            .ToListAsync(cancellation);
        foreach (var submission in pending)
        {
            await DeliverAsync(submission, commune.Slug, cancellation);
        }
    }

    private async Task<bool> DeliverAsync(NationalSubmission submission, string slug, CancellationToken cancellation)
    {
        if (submission.ToReview() is { } review)
        {
#pragma warning disable CA1031 // Whatever keeps the commune from answering, the decision stands and is delivered later.
            try
            {
                await delivery.DeliverAsync(slug, review, cancellation);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogUndelivered(error, slug);
                return false;
            }
#pragma warning restore CA1031
        }

        submission.MarkDelivered();

        // Where it has changed since, the commune has sent it again, or another process has delivered it: either stands.
        await db.SavedAsync(cancellation);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A decision did not reach {Slug} yet; it is delivered with the next intake")]
    private partial void LogUndelivered(Exception error, string slug);
}
