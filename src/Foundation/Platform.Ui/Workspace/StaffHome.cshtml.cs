namespace Platform.Ui.Workspace;

/// <summary>What needs this member of the national staff today.</summary>
[Staff]
internal sealed class StaffHomeModel(IEnumerable<IStaffWorkSource> work) : StaffPage
{
    public IReadOnlyList<WorkItem> Work { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var items = new List<WorkItem>();
        foreach (var source in work)
        {
            items.AddRange(await source.ItemsAsync(cancellation));
        }

        Work = [.. items.OrderBy(item => item.Urgency).ThenBy(item => item.Due ?? DateOnly.MaxValue)];
    }
}
