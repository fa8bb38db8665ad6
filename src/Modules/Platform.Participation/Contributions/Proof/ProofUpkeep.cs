using Platform.Kernel.Jobs;

namespace Platform.Participation.Contributions.Proof;

/// <summary>Forgets spent puzzles that nobody could use again.</summary>
internal sealed class ProofUpkeep(ProofOfWork proof) : ICommuneUpkeep
{
    public Task RunAsync(CancellationToken cancellation) => proof.ForgetAsync(cancellation);
}
