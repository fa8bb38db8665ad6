using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;

namespace Platform.Ui.Sites;

/// <summary>Lets an endpoint match only on the site that it is made for, so that the national home and a commune's home can share the address <c>/</c>.</summary>
internal sealed class SiteMatcherPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>After Razor Pages has replaced its placeholders by the real endpoints, which alone carry the page's attributes.</summary>
    public override int Order => int.MinValue + 200;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => true;

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var kind = httpContext.RequestServices.GetRequiredService<CurrentSite>().Kind;
        var profile = httpContext.RequestServices.GetRequiredService<CurrentCommune>().IsKnown(out var commune) ? commune.Profile : null;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && !(Answers(candidates[i].Endpoint, kind) && IsOn(candidates[i].Endpoint, profile)))
            {
                candidates.SetValidity(i, false);
            }
        }

        return Task.CompletedTask;
    }

    private static bool Answers(Endpoint endpoint, SiteKind kind) =>
        endpoint.Metadata.GetMetadata<SiteAttribute>() is { } site && (site.Anywhere || ((site.EverySite || site.Kind == kind) && kind != SiteKind.None));

    /// <summary>What the commune does without is not there; on the national site nothing is a commune's choice.</summary>
    private static bool IsOn(Endpoint endpoint, CommuneProfile? profile) =>
        profile is null || endpoint.Metadata.GetMetadata<FeatureAttribute>() is not { } part || profile.ModeOf(part.Feature) == FeatureMode.Native;
}
