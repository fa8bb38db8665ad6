using System.Text.Json.Serialization;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>How far an activity is.</summary>
[JsonConverter(typeof(MachineWordConverter<ActivityStatus>))]
internal enum ActivityStatus
{
    /// <summary>Not begun. What an activity is until somebody says otherwise.</summary>
    Planned,

    InProgress,

    Completed,

    /// <summary>Given up: it no longer counts in any share or progress.</summary>
    Cancelled,
}
