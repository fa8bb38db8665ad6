using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Outbox;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;

namespace Platform.Communes.Profile;

/// <summary>Reads and saves what the focal point says of the commune; the catalog is told with the save.</summary>
internal sealed class IdentityDesk(CommuneContext db, CurrentCommune commune, AuditTrail audit, OutboxDispatcher outbox, TimeProvider time)
{
    /// <summary>As it was said last; as the catalog knows the commune where nothing was said yet.</summary>
    public async Task<Identity> FindAsync(CancellationToken cancellation) =>
        await db.Set<Identity>().OrderBy(identity => identity.Id).FirstOrDefaultAsync(cancellation) ?? Identity.Of(commune.Value);

    /// <summary>The same for readers.</summary>
    public async Task<Identity> ReadAsync(CancellationToken cancellation) =>
        await db.Set<Identity>().AsNoTracking().OrderBy(identity => identity.Id).FirstOrDefaultAsync(cancellation) ?? Identity.Of(commune.Value);

    /// <param name="revision">The one that the form was filled from; 0 where there was none.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved since.</exception>
    public async Task SaveAsync(Identity identity, int revision, string verb, CancellationToken cancellation)
    {
        if (db.Entry(identity).State == EntityState.Detached)
        {
            if (revision != 0)
            {
                throw new DbUpdateConcurrencyException();
            }

            db.Add(identity);
        }
        else
        {
            db.EditedFrom(identity, revision);
        }

        audit.RecordChange(verb, "commune:" + commune.Value.Slug, identity);
        db.Add(OutboxMessage.Of(ProfileReport.Kind, identity.ToReport(), time.UtcNow()));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException error) when (revision == 0 && error is not DbUpdateConcurrencyException)
        {
            throw new DbUpdateConcurrencyException("Somebody else was the first to describe the commune.", error);
        }

        await outbox.TryDispatchAsync(cancellation);
    }
}
