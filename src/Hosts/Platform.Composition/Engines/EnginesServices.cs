using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Platform.Composition.Operations;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Tenancy.Connections;

namespace Platform.Composition.Engines;

/// <summary>The choice of engine, and the contexts that rooms are given: a commune's context is connected to the commune of its scope and to no other.</summary>
internal static class EnginesServices
{
    public static IServiceCollection AddEngine(this IServiceCollection services, DatabaseEngine engine)
    {
        services.AddSingleton<PageEviction>();
        services.AddSingleton<IInterceptor, EvictOnSave>();
        return engine == DatabaseEngine.Sqlite
            ? services
                .AddSingleton<IDatabaseEngine, SqliteEngine>()
                .AddContexts<SqliteCommuneContext, SqliteNationalContext>((builder, connection) => builder.UseSqlite(connection))
            : services
                .AddSingleton<IDatabaseEngine, SqlServerEngine>()
                .AddContexts<SqlServerCommuneContext, SqlServerNationalContext>(
                    (builder, connection) => builder.UseSqlServer(connection, server => server.EnableRetryOnFailure()));
    }

    private static IServiceCollection AddContexts<TCommune, TNational>(
        this IServiceCollection services, Action<DbContextOptionsBuilder, string?> useEngine)
        where TCommune : CommuneContext
        where TNational : NationalContext
    {
        services.AddPooledDbContextFactory<TCommune>((provider, builder) =>
        {
            // No connection yet: it is set when a context is rented for a commune. Without a commune there is none to fall back to.
            useEngine(builder, null);
            Configure(provider, builder);
        });
        services.AddPooledDbContextFactory<TNational>((provider, builder) =>
        {
            useEngine(builder, provider.GetRequiredService<TenantConnections>().National);
            Configure(provider, builder);
        });
        services.AddScoped<CommuneContext>(provider =>
        {
            var commune = provider.GetRequiredService<CurrentCommune>().Value;
            var context = provider.GetRequiredService<IDbContextFactory<TCommune>>().CreateDbContext();
            context.Database.SetConnectionString(provider.GetRequiredService<TenantConnections>().For(commune.Slug));
            context.Slug = commune.Slug;
            return context;
        });
        services.AddScoped<NationalContext>(provider => provider.GetRequiredService<IDbContextFactory<TNational>>().CreateDbContext());
        return services;
    }

    private static void Configure(IServiceProvider provider, DbContextOptionsBuilder builder) => builder
        .AddInterceptors(provider.GetServices<IInterceptor>())
        .ConfigureWarnings(warnings => warnings
            .Throw(RelationalEventId.MultipleCollectionIncludeWarning)

            // Which row comes first is then the database's whim.
            .Throw(CoreEventId.FirstWithoutOrderByAndFilterWarning, CoreEventId.RowLimitingOperationWithoutOrderByWarning)
            .Ignore(CoreEventId.NoEntityTypeConfigurationsWarning));
}
