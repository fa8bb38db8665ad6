using Microsoft.Extensions.DependencyInjection;
using Platform.Data.Outbox;
using Platform.Kernel.Reporting;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.FanOut;

namespace Platform.Composition.Modules;

/// <summary>Enters the commune's scope with a decision: the one way from the national level into a commune, and as narrow as it can be.</summary>
internal sealed class SubmissionDelivery(TenantStore store, CommuneScopes scopes) : ISubmissionDelivery
{
    public async Task DeliverAsync(string slug, SubmissionReview review, CancellationToken cancellation)
    {
        var tenant = await store.BySlugAsync(slug, cancellation) ?? throw new InvalidOperationException($"There is no commune '{slug}'.");
        await using var scope = scopes.Create(tenant.Commune);
        await scope.ServiceProvider.GetRequiredService<ISubmissionReviews>().ReceiveAsync(review, cancellation);

        // What the decision made public is seen on the dashboard at once.
        await scope.ServiceProvider.GetRequiredService<OutboxDispatcher>().TryDispatchAsync(cancellation);
    }
}
