using Microsoft.AspNetCore.Mvc;
using Platform.Ui.Sites;

namespace Platform.Communes.Mirrors;

/// <summary>What a national portal does for people of this commune: how to go about it there, and what the commune read there.</summary>
internal sealed class ServiceModel(PortalFigures figures) : CommunePage
{
    public Mirror Mirror { get; private set; } = null!;

    /// <summary>The latest period first.</summary>
    public IReadOnlyList<PortalFigure> Figures { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (Mirror.Find(Commune, slug) is not { } mirror)
        {
            return NotFound();
        }

        Mirror = mirror;
        Figures = await figures.OfAsync(mirror.Feature, cancellation);
        return Page();
    }
}
