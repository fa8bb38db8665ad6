using Platform.Kernel.Communes;
using Platform.Kernel.Files;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>How the charter is used: commitments by their state, the tracking matrix, what was done to make it known, and who follows it up.</summary>
[Feature(Feature.Charter)]
internal sealed class FollowUpModel(CharterReader charters, FollowUpReader reader, TimeProvider time) : CommunePage
{
    public CharterVersion? Version { get; private set; }

    public IReadOnlyDictionary<CommitmentState, int> States { get; private set; } = new Dictionary<CommitmentState, int>();

    public IReadOnlyList<CharterUse> Uses { get; private set; } = [];

    public IReadOnlyList<CommunicationAction> Actions { get; private set; } = [];

    public FollowUpTeam? Team { get; private set; }

    /// <summary>Documents of the decision that set the team up.</summary>
    public IReadOnlyList<AttachedDocument> Decision { get; private set; } = [];

    public IReadOnlyList<TeamMember> Members { get; private set; } = [];

    public int Commitments => Version?.Commitments.Count ?? 0;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Version = await charters.InForceAsync(cancellation);
        if (Version is null)
        {
            return;
        }

        var standings = await reader.StandingsAsync(cancellation);
        States = Version.Commitments.Select(commitment => standings.GetValueOrDefault(commitment.Key)?.Now).OfType<CommitmentEntry>()
            .GroupBy(entry => entry.State).ToDictionary(group => group.Key, group => group.Count());
        Uses = await reader.UsesAsync(cancellation);
        Actions = await reader.ActionsAsync(cancellation);
        Team = await reader.TeamAsync(cancellation);
        Decision = await reader.DecisionDocumentsAsync(Team, unpublished: false, cancellation);
        var today = time.TodayInMorocco();
        Members = Team is null ? [] : [.. Team.Members.Where(member => member.Sits(today)).OrderBy(member => member.Seat).ThenBy(member => member.Id)];
    }
}
