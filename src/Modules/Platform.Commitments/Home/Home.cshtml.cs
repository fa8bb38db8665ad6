using Microsoft.EntityFrameworkCore;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.Charter;
using Platform.Commitments.OpennessProgramme;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Commitments.Home;

/// <summary>The commune's front door: who it is, what it promised, how far it is, what is new.</summary>
internal sealed class HomeModel(CommuneContext db, ICommuneCatalog catalog, CurrentSite site, News news, IEnumerable<IOpenNowSource> open, TimeProvider time) : CommunePage
{
    private const int NewsShown = 6;
    private const int NewsOfEach = 3;

    public DateOnly Today { get; } = time.TodayInMorocco();

    public string NationalAddress => site.NationalAddress;

    /// <summary>The commune in the catalog: whether it is confirmed, and its programmes.</summary>
    public ListedCommune? Listed { get; private set; }

    public HomeCharter? Charter { get; private set; }

    public HomeOpenness? Openness { get; private set; }

    /// <summary>The latest monthly figures, where any was taken.</summary>
    public IReadOnlyList<KeyFigure> Figures { get; private set; } = [];

    public Plan? Plan { get; private set; }

    public IReadOnlyList<PlanAxis> Axes { get; private set; } = [];

    public IReadOnlyList<Change> Changes { get; private set; } = [];

    /// <summary>What people can take part in now, what closes first coming first.</summary>
    public IReadOnlyList<OpenNow> Open { get; private set; } = [];

    public IEnumerable<PlanActivity> Activities => Axes.SelectMany(axis => axis.Activities);

    public decimal? Progress => PlanProgress.Of(Activities.Select(activity => activity.Standing));

    /// <summary>Whether the commune's site has this feature.</summary>
    public bool Has(Feature feature) => Commune.Profile.ModeOf(feature) == FeatureMode.Native;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Listed = await catalog.FindAsync(Commune.Code, cancellation);
        Charter = await db.Set<CharterVersion>()
            .AsNoTracking()
            .Where(version => version.State == CharterState.InForce)
            .OrderByDescending(version => version.Number)
            .Select(version => new HomeCharter(version.AdoptedOn, version.Commitments.Count))
            .FirstOrDefaultAsync(cancellation);
        Openness = await db.Set<Programme>()
            .AsNoTracking()
            .Where(programme => programme.PublishedAt != null)
            .OrderBy(programme => programme.Id)
            .Select(programme => new HomeOpenness(
                programme.AdoptedOn, programme.Projects.Count(project => project.ArchivedOn == null || project.ArchivedOn > Today)))
            .FirstOrDefaultAsync(cancellation);
        Figures = await db.ReadKeyFiguresAsync(cancellation);
        Plan = await db.CurrentPlan(Today).AsNoTracking().Include(plan => plan.Rounds).FirstOrDefaultAsync(cancellation);
        Axes = await db.ReadAxesAsync(Today, cancellation);
        Changes = await news.LatestAsync(NewsShown, NewsOfEach, cancellation);
        foreach (var source in open)
        {
            var there = await source.OpenNowAsync(cancellation);
            Open = [.. Open.Concat(there.Items).OrderBy(item => item.Until)];
            HttpContext.ChangesAt(there.ChangesAt);
        }
    }
}

/// <summary>What the home page says of the charter in force.</summary>
internal sealed record HomeCharter(DateOnly? AdoptedOn, int Commitments);

/// <summary>What the home page says of the openness programme.</summary>
internal sealed record HomeOpenness(DateOnly? AdoptedOn, int Projects);
