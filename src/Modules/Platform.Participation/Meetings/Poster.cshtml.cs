using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Communes;
using Platform.Ui.Sites;

namespace Platform.Participation.Meetings;

/// <summary>A sheet to print and put up: when and where people meet, what for, who is invited, and a code that leads to its page.</summary>
[Feature(Feature.Consultations)]
internal sealed class PosterModel(MeetingReader meetings) : CommunePage
{
    public Meeting Meeting { get; private set; } = null!;

    /// <summary>Where the code leads.</summary>
    public string Address => $"{Commune.Address}/{Language.Tag}{MeetingSubjects.LinkOf(Meeting)}";

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancellation)
    {
        if (await meetings.FindAsync(slug, number, cancellation) is not { } meeting)
        {
            return NotFound();
        }

        Meeting = meeting;
        return Page();
    }
}
