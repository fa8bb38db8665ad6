using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Time;

namespace Platform.Participation.Contributions.Following;

/// <summary>What people may do with what they sent: make it their account's, and have name and address removed.</summary>
internal sealed class Keeper(CommuneContext db, AuditTrail audit, TimeProvider time)
{
    /// <returns>False where it is somebody's already, or was erased.</returns>
    public async Task<bool> ClaimAsync(int id, int account, CancellationToken cancellation)
    {
        var contribution = await db.Set<Contribution>().Include(one => one.Participant).FirstAsync(one => one.Id == id, cancellation);
        var visitor = contribution.Participant;
        if (visitor.Account is not null || visitor.ErasedAt is not null)
        {
            return visitor.Account == account;
        }

        var key = Participant.KeyOf(account);
        if (await db.Set<Participant>().FirstOrDefaultAsync(known => known.ConsultationId == contribution.ConsultationId && known.Key == key, cancellation) is { } known)
        {
            // The same person had answered signed in too: from now on counted once.
            foreach (var own in await db.Set<Contribution>().Where(one => one.ParticipantId == visitor.Id).ToListAsync(cancellation))
            {
                own.BelongsTo(known);
            }

            known.Tell(known.AgeGroup ?? visitor.AgeGroup, known.Gender ?? visitor.Gender, known.Neighbourhood ?? visitor.Neighbourhood, known.Vulnerable ?? visitor.Vulnerable);
            db.Remove(visitor);
        }
        else
        {
            visitor.Claim(account);
        }

        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <param name="reason">Of the team, where it acts on a request; none where the person asked with the tracking code.</param>
    public async Task EraseAsync(int id, string? reason, CancellationToken cancellation)
    {
        var contribution = await db.Set<Contribution>().Include(one => one.Participant).FirstAsync(one => one.Id == id, cancellation);
        if (contribution.Participant.ErasedAt is null)
        {
            contribution.Participant.Erase(time.UtcNow());
            audit.Record("contribution.erased", $"contribution:{id}", reason);
            await db.SaveChangesAsync(cancellation);
        }
    }
}
