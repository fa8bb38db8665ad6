using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Jobs;
using Platform.Kernel.People;

namespace Platform.Participation.Subscriptions;

internal static class SubscriptionsServices
{
    public static IServiceCollection AddSubscriptions(this IServiceCollection services)
    {
        services.AddOptions<SubscriptionLimits>().BindConfiguration(SubscriptionLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<SubscriptionGate>()
            .AddScoped<Newsroom>()
            .AddScoped<Subscribing>()
            .AddScoped<IKeptOfAccount, KeptSubscriptions>()
            .AddScoped<ICommuneUpkeep, SubscriptionsUpkeep>()
            .AddKeyedScoped<ICommuneJob, DigestJob>(DigestJob.JobName)
            .AddSingleton(DigestJob.Schedule);
    }
}
