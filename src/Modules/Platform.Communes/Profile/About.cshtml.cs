using Platform.Kernel.Communes;
using Platform.Ui.Sites;

namespace Platform.Communes.Profile;

/// <summary>How to reach the commune, where to go for what is done on national portals, and how personal data is treated.</summary>
internal sealed class AboutModel(IdentityDesk desk) : CommunePage
{
    public Identity Identity { get; private set; } = null!;

    /// <summary>What is done on a national portal.</summary>
    public IEnumerable<(Portal Portal, string Address, bool Mirrored)> Services => Portals.All
        .Select(portal => (portal, Choice: Identity.Features.FirstOrDefault(choice => choice.Feature == portal.Feature)))
        .Where(pair => pair.Choice is { Mode: FeatureMode.Link or FeatureMode.Mirror })
        .Select(pair => (pair.portal, pair.Choice!.Address ?? pair.portal.Address, pair.Choice.Mode == FeatureMode.Mirror));

    public async Task OnGetAsync(CancellationToken cancellation) => Identity = await desk.ReadAsync(cancellation);
}
