using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace Platform.Composition.Operations;

/// <summary>
/// <c>/health/live</c> says that the process answers; <c>/health/ready</c> that what it needs does too. Both on every host. The answer names statuses
/// and nothing else: what is wrong stands in the log.
/// </summary>
internal static class Health
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<CommuneDatabasesCheck.Turn>();
        var checks = services.AddHealthChecks()
            .AddCheck<NationalDatabaseCheck>("national-database", timeout: Longest)
            .AddCheck<CommuneDatabasesCheck>("commune-databases", timeout: Longest);

        // A process that runs no jobs has no scheduler.
        if (services.Any(service => service.ServiceType == typeof(ISchedulerFactory)))
        {
            checks.AddCheck<SchedulerCheck>("scheduler", timeout: Longest);
        }

        return services;
    }

    /// <summary>Before anything that needs a database: what is asked is whether there is one.</summary>
    public static IApplicationBuilder UseHealth(this IApplicationBuilder app) => app
        .UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync })
        .UseHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status.ToString()),
        },
        context.RequestAborted);
}
