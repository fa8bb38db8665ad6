using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Communes;
using Platform.Kernel.Files;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Participation.Meetings;

/// <summary>A meeting: when and where, what for, who is invited; afterwards how it went.</summary>
[Feature(Feature.Consultations)]
internal sealed class DetailsModel(MeetingReader meetings, IDocuments documents, TimeProvider time) : CommunePage
{
    public Meeting Meeting { get; private set; } = null!;

    public MeetingState State { get; private set; }

    public IReadOnlyList<AttachedDocument> Documents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancellation)
    {
        if (await meetings.FindAsync(slug, number, cancellation) is not { } meeting)
        {
            return NotFound();
        }

        (Meeting, State) = (meeting, meeting.StateAt(time.UtcNow()));
        var subject = MeetingSubjects.Of(meeting);
        Documents = [.. (await documents.OfAsync([subject], unpublished: false, cancellation))[subject]];
        HttpContext.ChangesAt(new[] { meeting }.NextChange(time.UtcNow()));
        return Page();
    }
}
