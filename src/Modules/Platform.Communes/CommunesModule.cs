using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Communes.Mirrors;
using Platform.Communes.Neighbourhoods;
using Platform.Communes.Profile;

namespace Platform.Communes;

/// <summary>The commune itself: its names, colour and logo, how to reach it, which features its site has, how it treats personal data.</summary>
public static class CommunesModule
{
    public static IServiceCollection AddCommunes(this IServiceCollection services) => services.AddProfile().AddMirrors().AddNeighbourhoods();

    public static IEndpointRouteBuilder MapCommunes(this IEndpointRouteBuilder endpoints) => endpoints.MapLogo().MapMirrors();
}
