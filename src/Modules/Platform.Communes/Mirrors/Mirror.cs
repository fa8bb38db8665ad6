using Platform.Communes.Profile;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;

namespace Platform.Communes.Mirrors;

/// <summary>A feature that lives on a national portal and is mirrored on the commune's site.</summary>
/// <param name="Address">The portal, where the commune sends people.</param>
internal sealed record Mirror(Portal Portal, string Address)
{
    public Feature Feature => Portal.Feature;

    public string Slug => SlugOf(Feature);

    public string Link => "/services/" + Slug;

    /// <summary>As its addresses name it: <c>information-requests</c>.</summary>
    public static string SlugOf(Feature feature) => MachineWord.Of(feature);

    /// <summary>The mirrors of a commune.</summary>
    public static IEnumerable<Mirror> Of(Commune commune) =>
        from portal in Portals.All
        let choice = commune.Profile.Features.FirstOrDefault(choice => choice.Feature == portal.Feature)
        where choice is { Mode: FeatureMode.Mirror }
        select new Mirror(portal, choice.Address ?? portal.Address);

    public static Mirror? Find(Commune commune, string slug) => Of(commune).FirstOrDefault(mirror => mirror.Slug == slug);
}
