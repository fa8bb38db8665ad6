using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.FanOut;
using Platform.Tenancy.Provisioning;

namespace Platform.Composition.Operations;

/// <summary>
/// Brings the deployment up by itself: the national database before the first request, communes that are not there yet behind it, while their sites
/// answer 503. <c>Provisioning:AtStart=false</c> leaves all of it to the operator's commands.
/// </summary>
internal sealed partial class StartUp(
    Provisioner provisioner, TenantStore store, StartUpState state, IConfiguration configuration, ILogger<StartUp> log) : BackgroundService
{
    private bool AtStart => configuration.GetValue("Provisioning:AtStart", true);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (AtStart)
        {
            await provisioner.MigrateNationalAsync(cancellationToken);
            await EnterFoldersAsync(cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (AtStart)
        {
            await ProvisionAsync(stoppingToken);
        }

        state.MarkProvisioned();
    }

    private async Task ProvisionAsync(CancellationToken stoppingToken)
    {
        var communes = (await store.AllAsync(stoppingToken)).Where(tenant => tenant.State is CommuneState.Provisioning or CommuneState.Active);
        var outcomes = await provisioner.ProvisionAsync(communes.Select(tenant => tenant.Commune), FanOutLimits.Default, null, stoppingToken);
        var failed = outcomes.Count(outcome => outcome.Error is not null);
        var ready = outcomes.Count - failed;
        LogProvisioned(ready, failed);
    }

    private async Task EnterFoldersAsync(CancellationToken cancellation)
    {
        try
        {
            await provisioner.EnterFoldersAsync(cancellation);
        }
        catch (SeedException error)
        {
            // The other communes go on; the mistakes are said where an operator looks.
            foreach (var problem in error.Problems)
            {
                LogProblem(problem);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Communes ready: {Ready}, failed: {Failed}")]
    private partial void LogProvisioned(int ready, int failed);

    [LoggerMessage(Level = LogLevel.Error, Message = "tenants/ has a mistake: {Problem}")]
    private partial void LogProblem(SeedProblem problem);
}
