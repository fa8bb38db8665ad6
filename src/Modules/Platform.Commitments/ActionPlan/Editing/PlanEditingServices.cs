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
        .AddActs<PlanEditingTexts>("plan", "plan.adopted", "plan.published")
        .AddActs<PlanEditingTexts>("axis")
        .AddActs<PlanEditingTexts>("activity")
        .AddWorkspaceEntry<PlanEditingTexts>(200, "/workspace/action-plan", "ActionPlan", Area.ActionPlan);
}
