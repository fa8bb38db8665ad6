using System.Text.Json.Serialization;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>Who proposed an activity.</summary>
[JsonConverter(typeof(MachineWordConverter<ActivityOrigin>))]
internal enum ActivityOrigin
{
    /// <summary>The document does not tell.</summary>
    Unknown,

    /// <summary>The commune and its consultative body.</summary>
    Commune,

    Associations,
}
