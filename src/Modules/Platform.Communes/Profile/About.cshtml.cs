using Microsoft.Extensions.Options;
using Platform.Data.Auditing;
using Platform.Kernel.Communes;
using Platform.Ui.Sites;

namespace Platform.Communes.Profile;

/// <summary>How to reach the commune, where to go for what is done on national portals, and how personal data is treated.</summary>
internal sealed class AboutModel(IdentityDesk desk, IOptions<AuditOptions> audit) : CommunePage
{
    public Identity Identity { get; private set; } = null!;

    /// <summary>What is done on a national portal.</summary>
    public IEnumerable<(Portal Portal, string Address, bool Mirrored)> Services => Portals.All
        .Select(portal => (portal, Choice: Identity.Features.FirstOrDefault(choice => choice.Feature == portal.Feature)))
        .Where(pair => pair.Choice is { Mode: FeatureMode.Link or FeatureMode.Mirror })
        .Select(pair => (pair.portal, pair.Choice!.Address ?? pair.portal.Address, pair.Choice.Mode == FeatureMode.Mirror));

    /// <summary>Days that the address from which somebody acted stays in the audit trail.</summary>
    public int AddressDays => audit.Value.AddressDays;

    public async Task OnGetAsync(CancellationToken cancellation) => Identity = await desk.ReadAsync(cancellation);
}
