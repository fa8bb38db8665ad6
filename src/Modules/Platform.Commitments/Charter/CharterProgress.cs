using Platform.Kernel.Reporting;
using Platform.Kernel.Time;

namespace Platform.Commitments.Charter;

/// <summary>What the national level is told of the charter: its stage at the end of the period and the day of its adoption.</summary>
internal sealed class CharterProgress(CharterFigures figures) : IProgressSource
{
    public async Task AddToAsync(ProgressBuilder report, Period period, CancellationToken cancellation)
    {
        var versions = await figures.AllAsync(cancellation);
        var adopted = versions.Where(version => version.IsPublished && version.AdoptedOn <= period.End).Max(version => version.AdoptedOn);
        report.CharterAdoptedOn = adopted;
        report.CharterStage = adopted is not null ? "in-force" : versions.Any(version => version.State is CharterState.Draft or CharterState.Adopted) ? "draft" : "none";
    }
}
