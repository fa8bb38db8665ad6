using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;

namespace Platform.Tenancy.FanOut;

/// <summary>Makes scopes that belong to one commune. There is no ambient commune: work on a commune runs in such a scope or not at all.</summary>
public sealed class CommuneScopes(IServiceScopeFactory scopes)
{
    public AsyncServiceScope Create(Commune commune)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCommune>().Set(commune);
        return scope;
    }
}
