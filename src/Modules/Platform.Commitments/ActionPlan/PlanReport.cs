using Platform.Kernel.Reporting;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.ActionPlan;

/// <summary>What the national level learns of the plan: its stage and how far each axis is, at the end of the period.</summary>
internal sealed class PlanReport(PlanFigures figures) : IProgressSource
{
    public async Task AddToAsync(ProgressBuilder report, Period period, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        var plan = await figures.CurrentAsync(period.End, cancellation);
        if (plan is null)
        {
            report.PlanStage = MachineWord.Of(PlanStage.None);
            return;
        }

        var axes = await figures.AxesAsync(period.End, cancellation);

        // The national level knows three stages: a plan under consultation or not in force yet is a draft there.
        report.PlanStage = MachineWord.Of(plan.IsInForceOn(period.End) ? PlanStage.InForce : PlanStage.Draft);
        report.PlanAdoptedOn = plan.AdoptedOn <= period.End ? plan.AdoptedOn : null;
        report.Progress = PlanProgress.Of(axes.SelectMany(axis => axis.Activities).Select(activity => activity.Standing));
        report.Axes =
        [
            .. axes.Select(axis => new AxisProgress(axis.Number, axis.StandardAxis, axis.Title, axis.Activities.Count, axis.Completed, axis.Progress)),
        ];
    }
}
