using System.Text.Json.Serialization;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>Where a plan is on its way, seen from a day.</summary>
[JsonConverter(typeof(MachineWordConverter<PlanStage>))]
internal enum PlanStage
{
    /// <summary>The commune has no plan.</summary>
    None,

    Draft,

    /// <summary>A draft, in a round of consultation.</summary>
    Consultation,

    /// <summary>By the council; it is not in force yet.</summary>
    Adopted,

    InForce,

    /// <summary>A later plan has taken its place.</summary>
    Superseded,
}
