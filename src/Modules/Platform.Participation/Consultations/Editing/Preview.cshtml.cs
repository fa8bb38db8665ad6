using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Participation.Consultations.Editing;

/// <summary>A consultation as the public will see it while it is open, before it is announced.</summary>
[Workspace(Area.Participation)]
internal sealed class PreviewModel(ConsultationDesk desk) : WorkspacePage
{
    public ConsultationView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await desk.FindAsync(slug, cancellation) is not { AnnouncedAt: null, Process: { } process } consultation)
        {
            return NotFound();
        }

        View = new(consultation, process, MatterGroup.Of(await desk.MattersAsync(consultation, cancellation)), RemarkCounts.None, desk.Now, Preview: true);
        return Page();
    }
}
