using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Participation.Meetings.Editing;

/// <summary>A meeting where it is prepared, put off or cancelled, and told of.</summary>
[Workspace(Area.Participation)]
internal sealed class MeetingPageModel(MeetingDesk desk, IDocuments documents) : MeetingDeskPage(desk)
{
    public IReadOnlyList<AttachedDocument> Documents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, number, cancellation))
        {
            return NotFound();
        }

        var subject = MeetingSubjects.Of(Meeting);
        Documents = [.. (await documents.OfAsync([subject], unpublished: true, cancellation))[subject]];
        return Page();
    }
}
