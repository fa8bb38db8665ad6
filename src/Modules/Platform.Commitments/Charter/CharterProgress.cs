using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;

namespace Platform.Commitments.Charter;

/// <summary>What the national level is told of the charter: its stage at the end of the period and the day of its adoption.</summary>
internal sealed class CharterProgress(CommuneContext db) : IProgressSource
{
    public async Task AddToAsync(ProgressBuilder report, Period period, CancellationToken cancellation)
    {
        var versions = await db.Set<CharterVersion>().AsNoTracking()
            .Select(version => new { version.State, version.AdoptedOn })
            .ToListAsync(cancellation);
        var adopted = versions.Where(version => version.State is (CharterState.InForce or CharterState.Superseded) && version.AdoptedOn <= period.End).Max(version => version.AdoptedOn);
        report.CharterAdoptedOn = adopted;
        report.CharterStage = adopted is not null ? "in-force" : versions.Exists(version => version.State is CharterState.Draft or CharterState.Adopted) ? "draft" : "none";
    }
}
