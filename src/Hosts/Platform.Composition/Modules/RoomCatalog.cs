using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments;
using Platform.Communes;
using Platform.Documents;
using Platform.Identity;
using Platform.Kernel.Reporting;
using Platform.National;
using Platform.Participation;
using Platform.Records;
using Platform.Tenancy;
using Platform.Ui.Sites;

namespace Platform.Composition.Modules;

/// <summary>The one list of rooms: whose services, pages, tables and endpoints make the product.</summary>
internal static class RoomCatalog
{
    /// <summary>Rooms whose pages are served.</summary>
    public static IReadOnlyList<Assembly> Pages { get; } =
    [
        typeof(SiteAttribute).Assembly,
        typeof(IdentityModule).Assembly,
        typeof(CommitmentsModule).Assembly,
        typeof(DocumentsModule).Assembly,
        typeof(CommunesModule).Assembly,
        typeof(NationalModule).Assembly,
        typeof(RecordsModule).Assembly,
        typeof(ParticipationModule).Assembly,
    ];

    public static IServiceCollection AddRooms(this IServiceCollection services, IConfiguration configuration) => services
        .AddTenancy()
        .AddIdentity(configuration)
        .AddCommitments()
        .AddDocuments()
        .AddCommunes()
        .AddNational()
        .AddRecords()
        .AddParticipation()
        .AddScoped<ISubmissionDelivery, SubmissionDelivery>();

    public static IEndpointRouteBuilder MapRooms(this IEndpointRouteBuilder endpoints) => endpoints
        .MapIdentity()
        .MapCommitments()
        .MapDocuments()
        .MapCommunes()
        .MapNational()
        .MapParticipation();

    public static void MapCommuneRooms(ModelBuilder model)
    {
        IdentityModule.MapAccounts(model);
        model.ApplyConfigurationsFromAssembly(typeof(CommitmentsModule).Assembly);
        model.ApplyConfigurationsFromAssembly(typeof(DocumentsModule).Assembly);
        model.ApplyConfigurationsFromAssembly(typeof(CommunesModule).Assembly);
        model.ApplyConfigurationsFromAssembly(typeof(ParticipationModule).Assembly);
    }

    public static void MapNationalRooms(ModelBuilder model)
    {
        IdentityModule.MapAccounts(model);
        IdentityModule.MapKeys(model);
        model.ApplyConfigurationsFromAssembly(typeof(TenancyServices).Assembly);
        model.ApplyConfigurationsFromAssembly(typeof(NationalModule).Assembly);
    }
}
