using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>The commitments of the charter in force with their state, to be followed up.</summary>
[Workspace(Area.Charter)]
internal sealed class CommitmentsDeskModel(CharterReader charters, FollowUpReader reader) : WorkspacePage
{
    public CharterVersion? Version { get; private set; }

    public IReadOnlyDictionary<string, CommitmentStanding> Standings { get; private set; } = new Dictionary<string, CommitmentStanding>();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Version = await charters.InForceAsync(cancellation);
        Standings = await reader.StandingsAsync(cancellation);
    }
}
