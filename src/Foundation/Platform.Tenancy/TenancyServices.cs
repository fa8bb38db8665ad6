using Microsoft.Extensions.DependencyInjection;
using Platform.Data.Outbox;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Tenancy.Administration;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.Connections;
using Platform.Tenancy.FanOut;
using Platform.Tenancy.Jobs;
using Platform.Tenancy.Provisioning;
using Platform.Tenancy.Resolution;

namespace Platform.Tenancy;

public static class TenancyServices
{
    /// <summary>
    /// Host → commune → its own database. The composition room adds the engine, <see cref="SiteOptions"/> and <see cref="DatabaseOptions"/>.
    /// </summary>
    public static IServiceCollection AddTenancy(this IServiceCollection services) => services
        .AddScoped<CurrentCommune>()
        .AddScoped<CurrentSite>()
        .AddSingleton<TenantStore>()
        .AddSingleton<ICommuneCatalog>(services => services.GetRequiredService<TenantStore>())
        .AddScoped<IOutboxHandler, ProfileIntake>()
        .AddSingleton<TenantResolver>()
        .AddSingleton<TenantConnections>()
        .AddSingleton<CommuneScopes>()
        .AddSingleton<ForEachCommune>()
        .AddSingleton<Provisioner>()
        .AddSingleton<LongWork>()
        .AddHostedService(services => services.GetRequiredService<LongWork>())
        .AddSingleton<IFocalPoints, FocalPoints>()
        .AddScoped<CommuneOffice>()
        .AddScoped<ICommuneOffice>(services => services.GetRequiredService<CommuneOffice>())
        .AddSingleton<CommuneJobs>()
        .AddSingleton<CommuneJobRunner>();
}
