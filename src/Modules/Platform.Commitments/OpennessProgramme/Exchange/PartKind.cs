using System.Text.Json.Serialization;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme.Exchange;

/// <summary>What a row of a file is about, in the order in which files show it.</summary>
[JsonConverter(typeof(MachineWordConverter<PartKind>))]
internal enum PartKind
{
    /// <summary>The programme itself: its title, its years, the decision that set up its committee.</summary>
    Programme,

    /// <summary>The council's vote: an official act.</summary>
    Adoption,

    /// <summary>A line of one of the short lists: goals, principles, priority axes …</summary>
    Statement,

    Project,

    /// <summary>A step of a project.</summary>
    Step,

    /// <summary>What was said of the completion of a project.</summary>
    Completion,

    /// <summary>A step on the way of the programme.</summary>
    Milestone,

    /// <summary>A member of the committee.</summary>
    Member,

    Figure,

    /// <summary>A network that the commune belongs to.</summary>
    Network,
}
