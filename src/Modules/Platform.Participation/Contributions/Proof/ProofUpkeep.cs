using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.Jobs;

namespace Platform.Participation.Contributions.Proof;

/// <summary>Forgets spent puzzles that nobody could use again. The national site has none.</summary>
internal sealed class ProofUpkeep(CurrentCommune commune, IServiceProvider services) : IUpkeep
{
    public Task RunAsync(CancellationToken cancellation) =>
        commune.IsKnown(out _) ? services.GetRequiredService<ProofOfWork>().ForgetAsync(cancellation) : Task.CompletedTask;
}
