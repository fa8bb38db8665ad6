using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>What the national level is told of the programme: its stage at the end of the period.</summary>
internal sealed class OpennessProgress(CommuneContext db) : IProgressSource
{
    public async Task AddToAsync(ProgressBuilder report, Period period, CancellationToken cancellation)
    {
        var adoptions = await db.Set<Programme>().AsNoTracking().Where(programme => programme.PublishedAt != null).Select(programme => programme.AdoptedOn).ToListAsync(cancellation);
        report.OpennessStage = adoptions.Exists(on => on <= period.End) ? "in-force" : adoptions.Count > 0 ? "draft" : "none";
    }
}
