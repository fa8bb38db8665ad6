using System.Text.Json.Serialization;

namespace Platform.Commitments.ActionPlan;

[JsonConverter(typeof(PlanWord<PlanStage>))]
internal enum PlanStage
{
    /// <summary>The commune has no plan.</summary>
    None,

    Draft,

    InForce,
}
