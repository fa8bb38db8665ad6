using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Indicators;
using Platform.Kernel.Measures;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators;

/// <summary>
/// Makes up what a team might have entered by hand: not for every indicator, not in every period, on the whole a little better from one to the next.
/// A commune in which anybody has entered anything is left alone.
/// </summary>
internal sealed class IndicatorDemonstrator(CommuneContext db, CurrentCommune commune, TimeProvider time) : IDemonstrator
{
    private const string Actor = "system:demo";
    private const double Followed = 0.6;
    private const double Skipped = 0.05;
    private const int DaysUntilEntered = 4;

    /// <summary>After charter, plan and programme.</summary>
    public int Order => 400;

    public async Task DemonstrateAsync(int seed, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        if (await db.Set<ManualValue>().AnyAsync(cancellation))
        {
            return;
        }

        var manual = await db.Set<Indicator>().AsNoTracking()
            .Where(indicator => indicator.MeasureKey == null)
            .OrderBy(indicator => indicator.Position)
            .ToListAsync(cancellation);
        var source = BothLanguages.Of(typeof(IndicatorsTexts), "DemonstrationSource");
        foreach (var indicator in manual)
        {
            // Each commune and indicator its own story, the same one each time.
            var random = new Random((commune.Value.Slug + indicator.Code).Aggregate(seed, (sum, letter) => unchecked((sum * 31) + letter)));
            if (indicator.Target is null && random.NextDouble() > Followed)
            {
                continue;
            }

            var story = Story.Of(indicator, random);
            foreach (var period in PeriodsOf(indicator.Periodicity, from, to).Where(_ => random.NextDouble() > Skipped))
            {
                db.Add(story.Enter(period, source, EnteredAt(period)));
            }
        }
    }

    private static IEnumerable<Period> PeriodsOf(Periodicity periodicity, DateOnly from, DateOnly to)
    {
        for (var period = Period.Containing(from, periodicity); period.End <= to; period = period.Next())
        {
            yield return period;
        }
    }

    private DateTime EnteredAt(Period period)
    {
        var entered = period.End.AddDays(DaysUntilEntered).ToDateTime(new TimeOnly(10, 0), DateTimeKind.Utc);
        return entered < time.UtcNow() ? entered : time.UtcNow();
    }

    /// <summary>Where an indicator starts, and where it is heading.</summary>
    private sealed class Story(Indicator indicator, Random random, double start, double growth)
    {
        private const int FewestCases = 24;
        private const int MostCases = 90;

        private double level = start;

        public static Story Of(Indicator indicator, Random random) => indicator.Kind switch
        {
            IndicatorKind.Percentage or IndicatorKind.Ratio => new(indicator, random, 0.08 + (random.NextDouble() * 0.3), random.NextDouble() * 0.035),
            IndicatorKind.Scale => new(indicator, random, 1.8 + (random.NextDouble() * 1.4), random.NextDouble() * 0.35),
            _ => new(indicator, random, 1 + (random.NextDouble() * 9), random.NextDouble() * (indicator.Behaviour == PeriodBehaviour.Stock ? 1.2 : 0.5)),
        };

        public ManualValue Enter(Period period, LocalizedText source, DateTime at)
        {
            level += growth * (0.4 + (random.NextDouble() * 1.2));
            switch (indicator.Kind)
            {
                case IndicatorKind.Percentage or IndicatorKind.Ratio:
                    var cases = random.Next(FewestCases, MostCases);
                    var share = Math.Clamp(level + ((random.NextDouble() - 0.5) * 0.08), 0, 1);
                    return ManualValue.EnterShare(indicator, period, 1, (decimal)Math.Round(cases * share), cases, source, null, Actor, at, demonstration: true);
                case IndicatorKind.Scale:
                    var step = Math.Clamp((decimal)Math.Round(level, 1), indicator.Scale[0].Value, indicator.Scale[^1].Value);
                    return ManualValue.Enter(indicator, period, 1, step, source, null, Actor, at, demonstration: true);
                default:
                    var noise = indicator.Behaviour == PeriodBehaviour.Flow ? (random.NextDouble() - 0.4) * level : 0;
                    return ManualValue.Enter(
                        indicator, period, 1, (decimal)Math.Max(0, Math.Round(level + noise)), source, null, Actor, at, demonstration: true);
            }
        }
    }
}
