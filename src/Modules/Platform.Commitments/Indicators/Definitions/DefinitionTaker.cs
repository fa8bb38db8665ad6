using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Indicators;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Definitions;

/// <summary>
/// Brings the definitions that hold for a month into the commune. Figures that were taken keep the number of the version they were taken with; nothing
/// of them changes.
/// </summary>
internal sealed class DefinitionTaker(CommuneContext db, IStandardVersions versions, AuditTrail audit, CurrentPerson person)
{
    /// <returns>How many definitions changed.</returns>
    public async Task<int> TakeAsync(Period month, CancellationToken cancellation)
    {
        var published = (await versions.AllAsync(cancellation)).Where(version => version.From.Start <= month.Start).ToList();
        if (published.Count == 0)
        {
            return 0;
        }

        person.IsSystem("definitions");
        var codes = published.Select(version => version.Code).Distinct().ToList();
        var taken = 0;
        foreach (var indicator in await db.Set<Indicator>().Where(indicator => indicator.Level == IndicatorLevel.Dgct && codes.Contains(indicator.Code)).ToListAsync(cancellation))
        {
            if (published.For(indicator.Code, month) is { } version && version.Version > indicator.DefinitionVersion)
            {
                var before = Told(indicator);
                indicator.Follow(version);
                audit.Record("indicator.redefined", $"indicator:{indicator.Code}", version.Reason.In(Language.Arabic), before, Told(indicator));
                taken++;
            }
        }

        if (taken > 0)
        {
            await db.SaveChangesAsync(cancellation);
        }

        return taken;
    }

    private static object Told(Indicator indicator) => new { indicator.Name, indicator.Definition, indicator.Unit, indicator.Direction, indicator.DefinitionVersion };
}
