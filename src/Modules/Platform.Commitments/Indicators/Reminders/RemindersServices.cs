using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Jobs;
using Platform.Ui.Acts;

namespace Platform.Commitments.Indicators.Reminders;

internal static class RemindersServices
{
    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddOptions<ReminderOptions>().BindConfiguration(ReminderOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddActs<RemindersTexts>("reminder")
            .AddKeyedScoped<ICommuneJob, RemindersJob>(RemindersJob.JobName)
            .AddSingleton(RemindersJob.Schedule);
    }
}
