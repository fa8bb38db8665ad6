using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Jobs;
using Platform.Kernel.People;
using Platform.Participation.Contributions.Answering;
using Platform.Participation.Contributions.Following;
using Platform.Participation.Contributions.Proof;
using Platform.Participation.Contributions.Supporting;
using Platform.Ui.Acts;

namespace Platform.Participation.Contributions;

internal static class ContributionsServices
{
    public static IServiceCollection AddContributions(this IServiceCollection services)
    {
        services.AddOptions<ContributionLimits>().BindConfiguration(ContributionLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<Doorkeeper>()
            .AddSingleton<ReceptionQueue>()
            .AddSingleton<Origins>()
            .AddScoped<ICommuneUpkeep, OriginUpkeep>()
            .AddSingleton<IdeaMemory>()
            .AddScoped<IdeaShelf>()
            .AddScoped<Reception>()
            .AddScoped<ProofOfWork>()
            .AddScoped<ICommuneUpkeep, ProofUpkeep>()
            .AddScoped<Counter>()
            .AddScoped<Follower>()
            .AddScoped<Keeper>()
            .AddScoped<IKeptOfAccount, KeptContributions>()
            .AddScoped<Supporters>()
            .AddActs<ContributionsTexts>("contribution")
            .AddActs<ContributionsTexts>("paper");
    }
}
