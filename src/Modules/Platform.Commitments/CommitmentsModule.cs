using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.Charter;

namespace Platform.Commitments;

/// <summary>What a commune has committed itself to, and how far it is: charter, action plan, openness programme, indicators.</summary>
public static class CommitmentsModule
{
    public static IServiceCollection AddCommitments(this IServiceCollection services) => services
        .AddCharter()
        .AddActionPlan();

    public static IEndpointRouteBuilder MapCommitments(this IEndpointRouteBuilder endpoints) => endpoints
        .MapCharter()
        .MapActionPlan();
}
