using Platform.Kernel.People;

namespace Platform.Ui.Workspace;

/// <summary>How soon something needs somebody.</summary>
public enum Urgency
{
    Late,
    Soon,
    Open,
}

/// <summary>One thing that needs somebody today, on the first page of the workspace.</summary>
/// <param name="Text">What, in the reader's language, with its number: "3 activities are overdue".</param>
/// <param name="Href">Where the one thing to do is done, with the language.</param>
/// <param name="Due">By when, where there is a date.</param>
public sealed record WorkItem(Urgency Urgency, string Text, string Href, DateOnly? Due = null);

/// <summary>A feature that knows of work to be done. It asks <see cref="CurrentPerson"/> and offers only what this person may do.</summary>
public interface IWorkSource
{
    Task<IReadOnlyList<WorkItem>> ItemsAsync(CancellationToken cancellation);
}

/// <summary>The same for the national staff.</summary>
public interface IStaffWorkSource
{
    Task<IReadOnlyList<WorkItem>> ItemsAsync(CancellationToken cancellation);
}

/// <summary>A step of getting a new commune started; whether it is done is computed from the data.</summary>
/// <param name="Order">Identity 100, team 200, charter 300, plan 400, openness 450, indicators 500, publish 600.</param>
public sealed record SetupStep(int Order, Area Area, string Text, string Help, string Href, bool Done);

/// <summary>A feature that has steps in getting started.</summary>
public interface ISetupSource
{
    Task<IReadOnlyList<SetupStep>> StepsAsync(CancellationToken cancellation);
}
