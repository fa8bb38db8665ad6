using Platform.Kernel.People;

namespace Platform.Ui.Workspace;

/// <summary>What needs this person today, and how far the commune is in getting started.</summary>
[Workspace(Everyone = true)]
internal sealed class WorkspaceHomeModel(IEnumerable<IWorkSource> work, IEnumerable<ISetupSource> setup) : WorkspacePage
{
    public IReadOnlyList<WorkItem> Work { get; private set; } = [];

    public IReadOnlyList<SetupStep> Steps { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var items = new List<WorkItem>();
        foreach (var source in work)
        {
            items.AddRange(await source.ItemsAsync(cancellation));
        }

        Work = [.. items.OrderBy(item => item.Urgency).ThenBy(item => item.Due ?? DateOnly.MaxValue)];
        if (Person.Is(Role.FocalPoint))
        {
            var steps = new List<SetupStep>();
            foreach (var source in setup)
            {
                steps.AddRange(await source.StepsAsync(cancellation));
            }

            Steps = [.. steps.OrderBy(step => step.Order)];
        }
    }
}
