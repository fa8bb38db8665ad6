using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Indicators.Figures;
using Platform.Commitments.Indicators.Library;
using Platform.Data;
using Platform.Data.Seeding;

namespace Platform.Commitments.Indicators;

/// <summary>
/// Gives a commune the whole library and what its documents say of it, and later what was added to either. Only rows that are added are filled in: what
/// is there already belongs to the commune, and an indicator that it took away does not come back.
/// </summary>
internal sealed class IndicatorSeeder(CommuneContext db, IndicatorLibrary library, MeasureBook measures) : ICommuneSeeder
{
    public int Order => 400;

    public async Task SeedAsync(SeedFolder folder, CancellationToken cancellation)
    {
        var definitions = library.Definitions;
        var commune = CommuneIndicators.Read(folder, definitions.Select(definition => definition.Code).ToHashSet(StringComparer.Ordinal));
        Refuse(
        [
            .. IndicatorLibrary.Mismatches($"{SeedRoot.StandardFolder}/{IndicatorLibrary.File}", definitions, measures.Definitions),
            .. IndicatorLibrary.Mismatches($"{folder.Name}/{CommuneIndicators.File}", commune.Own.Select(own => own.Definition), measures.Definitions),
        ]);

        var known = (await db.Set<Indicator>().Select(indicator => indicator.Code).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        var brought = await SeedLedger.OpenAsync(db, "indicators", cancellation);
        var aims = commune.Aims.GroupBy(aim => aim.Code, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        for (var i = 0; i < definitions.Count; i++)
        {
            if (brought.IsNew(definitions[i].Code) && !known.Contains(definitions[i].Code))
            {
                Add(Indicator.Of(definitions[i], IndicatorLevel.Dgct, i), aims.GetValueOrDefault(definitions[i].Code));
            }
        }

        for (var i = 0; i < commune.Own.Count; i++)
        {
            if (brought.IsNew(commune.Own[i].Definition.Code) && !known.Contains(commune.Own[i].Definition.Code))
            {
                Add(Indicator.Of(commune.Own[i].Definition, IndicatorLevel.Own, definitions.Count + i), commune.Own[i].Aim);
            }
        }
    }

    private static void Refuse(IReadOnlyList<SeedProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new SeedException(problems);
        }
    }

    private void Add(Indicator indicator, CommuneIndicators.Aim? aim)
    {
        if (aim is not null)
        {
            indicator.Aim(aim.Target, aim.Baseline);
            indicator.EntrustTo(aim.Responsible);
            indicator.LinkTo(aim.LinkedTo ?? indicator.LinkedTo);
            if (aim.Source is { } source)
            {
                indicator.AddSource(source);
            }
        }

        db.Add(indicator);
    }
}
