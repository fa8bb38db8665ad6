using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.National;

/// <summary>What all communes reported, side by side.</summary>
public static class NationalModule
{
    public static IServiceCollection AddNational(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapNational(this IEndpointRouteBuilder endpoints) => endpoints;
}
