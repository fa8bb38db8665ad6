using Platform.Participation.Processes;
using Platform.Ui.Workspace;

namespace Platform.Participation.Meetings.Editing;

/// <summary>A page of the workspace about one meeting.</summary>
internal abstract class MeetingDeskPage(MeetingDesk desk) : WorkspacePage
{
    public Meeting Meeting { get; private set; } = null!;

    public Process Process => Meeting.Process!;

    public MeetingState State { get; private set; }

    /// <summary>Its page in the workspace, relative to the language's root.</summary>
    public string Root => "/workspace" + MeetingSubjects.LinkOf(Meeting);

    protected DateTime Now => desk.Now;

    /// <returns>False where there is no such meeting.</returns>
    protected async Task<bool> FindAsync(string slug, int number, CancellationToken cancellation)
    {
        if (await desk.FindAsync(slug, number, cancellation) is not { } meeting)
        {
            return false;
        }

        (Meeting, State) = (meeting, meeting.StateAt(desk.Now));
        return true;
    }
}
