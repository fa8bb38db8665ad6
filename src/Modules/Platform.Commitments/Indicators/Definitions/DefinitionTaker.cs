using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Indicators.Library;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Indicators;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Definitions;

/// <summary>
/// Brings the definitions that hold for a month into the commune: what was added to the library, reworded or withdrawn by then. Figures that were taken keep the number of the version they were taken with; nothing
/// of them changes.
/// </summary>
internal sealed class DefinitionTaker(
    CommuneContext db, IndicatorLibrary library, IStandardVersions versions, ILibraryChanges changes, AuditTrail audit, CurrentPerson person)
{
    /// <returns>How many definitions came, changed or left.</returns>
    public async Task<int> TakeAsync(Period month, CancellationToken cancellation)
    {
        var published = (await versions.AllAsync(cancellation)).Where(version => version.From.Start <= month.Start).ToList();
        var (added, withdrawn) = (changes.Now.Added.Where(one => one.From.Start <= month.Start).ToList(), changes.Now.Withdrawn.Where(one => one.From.Start <= month.Start).ToList());
        if (published.Count + added.Count + withdrawn.Count == 0)
        {
            return 0;
        }

        person.IsSystem("definitions");
        var taken = await AddAsync(added, published, month, cancellation) + await FollowAsync(published, month, cancellation) + await WithdrawAsync(withdrawn, cancellation);
        if (taken > 0)
        {
            await db.SaveChangesAsync(cancellation);
        }

        return taken;
    }

    /// <summary>What DGCT added. A commune that gave the same code to an indicator of its own keeps that: its figures are its own.</summary>
    private async Task<int> AddAsync(List<StandardAddition> added, List<StandardVersion> published, Period month, CancellationToken cancellation)
    {
        var codes = added.ConvertAll(one => one.Indicator.Code);
        var there = await db.Set<Indicator>().Where(indicator => codes.Contains(indicator.Code)).Select(indicator => indicator.Code).ToListAsync(cancellation);
        var taken = 0;
        for (var at = 0; at < added.Count; at++)
        {
            var one = added[at];
            if (there.Contains(one.Indicator.Code))
            {
                continue;
            }

            var indicator = Indicator.Of(IndicatorDefinition.Of(one), IndicatorLevel.Dgct, library.Definitions.Count + at);
            indicator.ComeFrom(one.From);
            if (published.For(one.Indicator.Code, month) is { } version)
            {
                indicator.Follow(version);
            }

            db.Add(indicator);
            audit.Record("indicator.added", $"indicator:{indicator.Code}", one.Reason.In(Language.Arabic), null, Told(indicator));
            taken++;
        }

        return taken;
    }

    private async Task<int> WithdrawAsync(List<StandardWithdrawal> withdrawn, CancellationToken cancellation)
    {
        var codes = withdrawn.ConvertAll(one => one.Code);
        var taken = 0;
        foreach (var indicator in await db.Set<Indicator>()
                     .Where(indicator => indicator.Level == IndicatorLevel.Dgct && indicator.WithdrawnFrom == null && codes.Contains(indicator.Code)).ToListAsync(cancellation))
        {
            var withdrawal = withdrawn.First(one => one.Code == indicator.Code);
            indicator.Withdraw(withdrawal);
            audit.Record(
                "indicator.withdrawn", $"indicator:{indicator.Code}", withdrawal.Reason.In(Language.Arabic), null,
                new { WithdrawnFrom = withdrawal.From.ToString(), withdrawal.ReplacedBy });
            taken++;
        }

        return taken;
    }

    private async Task<int> FollowAsync(List<StandardVersion> published, Period month, CancellationToken cancellation)
    {
        if (published.Count == 0)
        {
            return 0;
        }

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

        return taken;
    }

    private static object Told(Indicator indicator) => new { indicator.Name, indicator.Definition, indicator.Unit, indicator.Direction, indicator.DefinitionVersion };
}
