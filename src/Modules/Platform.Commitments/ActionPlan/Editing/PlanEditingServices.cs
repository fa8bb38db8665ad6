using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.People;
using Platform.Ui.Acts;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan.Editing;

internal static class PlanEditingServices
{
    public static IServiceCollection AddPlanEditing(this IServiceCollection services) => services
        .AddScoped<PlanDesk>()
        .AddScoped<IWorkSource, PlanWork>()
        .AddScoped<ISetupSource, PlanWork>()
        .AddActs<PlanEditingTexts>(
            "plan", "plan.begun", "plan.described", "plan.prepared", "plan.round-announced", "plan.round-described", "plan.adopted", "plan.published",
            "plan.imported", "plan.import-undone")
        .AddActs<PlanEditingTexts>("plan-import")
        .AddActs<PlanEditingTexts>("axis", "axis.added", "axis.described", "axis.archived", "axis.restored")
        .AddActs<PlanEditingTexts>(
            "activity", "activity.added", "activity.described", "activity.moved", "activity.progressed", "activity.archived", "activity.restored")
        .AddWorkspaceEntry<PlanEditingTexts>(200, "/workspace/action-plan", "ActionPlan", Area.ActionPlan);
}
