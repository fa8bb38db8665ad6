using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Time;
using Platform.National.Intake;

namespace Platform.National.NationalHome;

/// <summary>What all communes that reported a month come to.</summary>
internal sealed record NationalFigures(int Charters, int Plans, int Programmes, int Activities, int Completed, bool Demonstration)
{
    /// <returns>Null where no commune reported that month.</returns>
    public static Task<NationalFigures?> ReadAsync(NationalContext db, Period month, CancellationToken cancellation) => db.Set<NationalProgress>()
        .Where(progress => progress.Period == month)
        .GroupBy(progress => progress.Period)
        .Select(all => new NationalFigures(
            all.Sum(progress => progress.CharterStage == Stages.InForce ? 1 : 0),
            all.Sum(progress => progress.PlanStage == Stages.InForce ? 1 : 0),
            all.Sum(progress => progress.OpennessStage == Stages.InForce ? 1 : 0),
            all.Sum(progress => progress.Activities),
            all.Sum(progress => progress.CompletedActivities),
            all.Sum(progress => progress.Demonstration ? 1 : 0) > 0))
        .FirstOrDefaultAsync(cancellation);
}
