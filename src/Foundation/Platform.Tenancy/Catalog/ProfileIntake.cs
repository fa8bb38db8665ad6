using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Outbox;
using Platform.Kernel.Communes;

namespace Platform.Tenancy.Catalog;

/// <summary>Brings into the catalog what the focal point decided about names, colour and features: every page reads it from there.</summary>
internal sealed class ProfileIntake(NationalContext db, TenantStore store) : IOutboxHandler
{
    public IReadOnlyCollection<string> Kinds => [ProfileReport.Kind];

    public async Task HandleAsync(Commune commune, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
    {
        var tenant = await db.Set<TenantInfo>().SingleAsync(tenant => tenant.Slug == commune.Slug, cancellation);
        tenant.Follow(messages[^1].Read<ProfileReport>());
        await db.SaveChangesAsync(cancellation);
        store.Forget();
    }
}
