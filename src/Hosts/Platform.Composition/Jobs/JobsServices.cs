using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Jobs;
using Platform.Tenancy.Connections;
using Platform.Tenancy.Jobs;
using Quartz;

namespace Platform.Composition.Jobs;

internal static class JobsServices
{
    /// <summary>
    /// Jobs can be run by hand in any process; a process with <c>Jobs:Enabled</c> also runs them by itself. Quartz keeps its schedules in the national
    /// database. On SQL Server its instances form a cluster; on SQLite several processes may fire the same job, and its run is claimed once all the same.
    /// </summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration, DatabaseEngine engine)
    {
        services.AddOptions<JobOptions>().Bind(configuration.GetSection(JobOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddKeyedScoped<ICommuneJob, NightlyMaintenance>(JobNames.NightlyMaintenance);
        services.AddSingleton<NationalUpkeep>();
        services.AddSingleton<JobLauncher>();
        services.AddScoped<IJobHistory, JobHistory>();
        services.AddScoped<IJobStarter, JobStarter>();
        if (!configuration.GetValue($"{JobOptions.Section}:{nameof(JobOptions.Enabled)}", true))
        {
            return services;
        }

        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            quartz.UsePersistentStore(store =>
            {
                store.UseSystemTextJsonSerializer();
                store.ProvisionSchema();
                if (engine == DatabaseEngine.SqlServer)
                {
                    store.UseSqlServer(source => source.DataSourceFactory = provider => SqlClientFactory.Instance.CreateDataSource(National(provider)));
                    store.UseClustering();
                }
                else
                {
                    store.UseSqlite(source => source.DataSourceFactory = provider => SqliteFactory.Instance.CreateDataSource(National(provider)));
                }
            });
        });
        services.AddHostedService<Scheduling>();
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        return services.AddHostedService<CatchUp>();
    }

    private static string National(IServiceProvider provider) => provider.GetRequiredService<TenantConnections>().National;
}
