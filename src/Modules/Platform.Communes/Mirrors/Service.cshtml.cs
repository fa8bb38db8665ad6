using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Communes;
using Platform.Kernel.Law;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Communes.Mirrors;

/// <summary>What a national portal does for people of this commune: how to go about it there, what the law asks, and what the commune read there.</summary>
internal sealed class ServiceModel(PortalFigures figures, ServiceLaw law, CurrentSite site, TimeProvider time) : CommunePage
{
    public Mirror Mirror { get; private set; } = null!;

    /// <summary>The latest period first.</summary>
    public IReadOnlyList<PortalFigure> Figures { get; private set; } = [];

    /// <summary>What holds today.</summary>
    public IReadOnlyList<LegalRule> Rules { get; private set; } = [];

    /// <summary>The time within which an answer was due when each period ended.</summary>
    public IReadOnlyDictionary<Period, LegalRule> Deadlines { get; private set; } = new Dictionary<Period, LegalRule>();

    /// <summary>Where every rule stands with all that it ever said.</summary>
    public string AllRules => $"{site.NationalAddress}/{Language.Tag}/legal-rules";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (Mirror.Find(Commune, slug) is not { } mirror)
        {
            return NotFound();
        }

        Mirror = mirror;
        Figures = await figures.OfAsync(mirror.Feature, cancellation);
        Rules = await law.OfAsync(mirror.Feature, Commune, time.TodayInMorocco(), cancellation);
        var deadlines = new Dictionary<Period, LegalRule>();
        foreach (var figure in Figures)
        {
            if (await law.DeadlineAsync(figure.Feature, figure.Period.End, cancellation) is { } deadline)
            {
                deadlines[figure.Period] = deadline;
            }
        }

        Deadlines = deadlines;
        return Page();
    }
}
