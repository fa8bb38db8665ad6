using System.Text.Json.Serialization;

namespace Platform.Commitments.ActionPlan;

/// <summary>Who proposed an activity.</summary>
[JsonConverter(typeof(PlanWord<ActivityOrigin>))]
internal enum ActivityOrigin
{
    /// <summary>The document does not tell.</summary>
    Unknown,

    /// <summary>The commune and its consultative body.</summary>
    Commune,

    Associations,
}
