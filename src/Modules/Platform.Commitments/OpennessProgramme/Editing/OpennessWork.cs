using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Ui;
using Platform.Ui.Acts;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Commitments.OpennessProgramme.Editing;

/// <summary>What of the programme needs somebody today, and whether the commune has published one.</summary>
internal sealed class OpennessWork(CommuneContext db, OpennessDesk desk, CurrentPerson person, IStringLocalizer<OpennessEditingTexts> texts) : IWorkSource, ISetupSource
{
    public async Task<IReadOnlyList<WorkItem>> ItemsAsync(CancellationToken cancellation)
    {
        if (!person.May(Area.Openness) || await desk.ProgrammeAsync(cancellation) is not { } programme)
        {
            return [];
        }

        var page = $"/{Languages.Current.Tag}/workspace/openness";
        var items = new List<WorkItem>();
        if (programme.PublishedAt is null)
        {
            items.Add(new(Urgency.Open, texts["WorkDraft"], page));
        }

        var unsettled = await db.Set<Milestone>().AsNoTracking()
            .Where(milestone => milestone.Kept == null && milestone.ArchivedOn == null && milestone.From <= desk.Today)
            .ToListAsync(cancellation);
        var due = unsettled.Count(milestone => milestone.StateOn(desk.Today) == MilestoneState.Unconfirmed);
        if (due > 0)
        {
            items.Add(new(Urgency.Soon, texts.Count("WorkUnconfirmed", due), page + "#milestones"));
        }

        var late = await (
            from step in db.Set<ProjectMilestone>()
            join project in db.Set<Project>() on step.ProjectId equals project.Id
            where project.ArchivedOn == null && step.DoneOn == null && step.DueOn < desk.Today
            select step.Id).CountAsync(cancellation);
        if (late > 0)
        {
            items.Add(new(Urgency.Late, texts.Count("WorkLateSteps", late), page + "#projects"));
        }

        return items;
    }

    public async Task<IReadOnlyList<SetupStep>> StepsAsync(CancellationToken cancellation)
    {
        var done = await db.Set<Programme>().AnyAsync(programme => programme.PublishedAt != null, cancellation);
        return [new(450, Area.Openness, texts["SetupOpenness"], texts["SetupOpennessHelp"], $"/{Languages.Current.Tag}/workspace/openness", done)];
    }
}

internal static class OpennessEditingServices
{
    public static IServiceCollection AddOpennessEditing(this IServiceCollection services) => services
        .AddScoped<OpennessDesk>()
        .AddScoped<IWorkSource, OpennessWork>()
        .AddScoped<ISetupSource, OpennessWork>()
        .AddActs<OpennessEditingTexts>(
            "openness", "openness.begun", "openness.described", "openness.listed", "openness.committee", "openness.figures", "openness.adopted", "openness.published",
            "openness.milestone-added", "openness.milestone-described", "openness.milestone-archived", "openness.milestone-restored", "openness.project-added", "openness.project-described", "openness.project-assessed", "openness.project-archived",
            "openness.project-restored", "openness.imported", "openness.import-undone")
        .AddActs<OpennessEditingTexts>("openness-import")
        .AddActs<OpennessEditingTexts>("project")
        .AddActs<OpennessEditingTexts>("milestone")
        .AddActs<OpennessEditingTexts>("network")
        .AddWorkspaceEntry<OpennessEditingTexts>(300, "/workspace/openness", "Openness", Area.Openness);
}
