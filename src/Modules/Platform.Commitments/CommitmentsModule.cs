using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.Charter;
using Platform.Commitments.Charter.FollowUp;
using Platform.Commitments.Consulting;
using Platform.Commitments.Downloads;
using Platform.Commitments.Evaluations;
using Platform.Commitments.Home;
using Platform.Commitments.Indicators;
using Platform.Commitments.OpennessProgramme;
using Platform.Commitments.OpennessProgramme.Export;
using Platform.Commitments.SiteFiles;
using Platform.Commitments.Sources;

namespace Platform.Commitments;

/// <summary>What a commune has committed itself to, and how far it is: charter, action plan, openness programme, indicators.</summary>
public static class CommitmentsModule
{
    public static IServiceCollection AddCommitments(this IServiceCollection services) => services
        .AddSources()
        .AddScoped<OutlineFiles>()
        .AddCharter()
        .AddHome()
        .AddActionPlan()
        .AddOpenness()
        .AddEvaluations()
        .AddConsulting()
        .AddIndicators();

    public static IEndpointRouteBuilder MapCommitments(this IEndpointRouteBuilder endpoints) => endpoints
        .MapCharter()
        .MapSiteFiles()
        .MapActionPlan()
        .MapOpenness()
        .MapEvaluations()
        .MapIndicators()
        .MapDownloads();

    /// <summary>What is taken away as files.</summary>
    private static IEndpointRouteBuilder MapDownloads(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapCharterExport();
        endpoints.MapRegisterExport();
        endpoints.MapOpennessExport();
        endpoints.MapProgrammeTemplates();
        endpoints.MapIndicatorsExport();
        return endpoints;
    }
}
