using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>Which words and which colour stand for what.</summary>
internal static class PlanLabels
{
    /// <param name="status">A status in the words of addresses, or <see cref="PlanFilter.Late"/>.</param>
    public static string StatusKey(string status) =>
        MachineWord.TryRead<ActivityStatus>(status, out var known) ? "Status" + known : "StatusLate";

    /// <param name="priority">1 to 3, or <see cref="PlanFilter.NoPriority"/>.</param>
    public static string PriorityKey(string priority) => priority == PlanFilter.NoPriority ? "PriorityNone" : "Priority" + priority;

    /// <summary>The kind of badge.</summary>
    public static string Kind(ActivityStatus status) => status switch
    {
        ActivityStatus.Completed => "success",
        ActivityStatus.InProgress => "info",
        _ => "neutral",
    };

    public static string Kind(PlanStage stage) => stage switch
    {
        PlanStage.InForce => "success",
        PlanStage.Consultation or PlanStage.Adopted => "info",
        _ => "neutral",
    };
}
