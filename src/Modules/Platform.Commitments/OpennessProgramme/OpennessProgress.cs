using Platform.Kernel.Reporting;
using Platform.Kernel.Time;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>What the national level is told of the programme: its stage at the end of the period.</summary>
internal sealed class OpennessProgress(OpennessFigures figures) : IProgressSource
{
    public async Task AddToAsync(ProgressBuilder report, Period period, CancellationToken cancellation)
    {
        var programmes = await figures.PublishedAsync(cancellation);
        report.OpennessStage = programmes.Any(programme => programme.AdoptedOn <= period.End) ? "in-force" : programmes.Count > 0 ? "draft" : "none";
    }
}
