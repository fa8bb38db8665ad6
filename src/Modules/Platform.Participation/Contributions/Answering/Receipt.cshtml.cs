using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.Participation.Contributions.Following;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Participation.Contributions.Answering;

/// <summary>The receipt: its number, the tracking code, what was received and by when it is answered. To be printed or written down.</summary>
[Site(SiteKind.Commune)]
[Feature(Feature.Consultations)]
internal sealed class ReceiptModel(Follower follower, TimeProvider time) : PersonalPage
{
    public FollowedContribution Contribution { get; private set; } = null!;

    public string TrackingCode { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (ReceiptNote.Ticket(HttpContext, time.UtcNow()) is not { } ticket || await follower.ByTicketAsync(ticket, cancellation) is not { } found)
        {
            return To("/contributions");
        }

        (Contribution, TrackingCode) = (found, Tracking.CodeOf(ticket));
        return Page();
    }

    /// <summary>Somebody else answers on this device: nothing of the last one stays.</summary>
    public IActionResult OnPostNext(string slug)
    {
        ReceiptNote.Take(HttpContext);
        BrowserSecret.Forget(HttpContext);
        return To($"/consultations/{Uri.EscapeDataString(slug)}");
    }
}
