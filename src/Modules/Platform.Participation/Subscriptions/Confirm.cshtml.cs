using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Publishing;
using Platform.Participation.Contributions;

namespace Platform.Participation.Subscriptions;

/// <summary>
/// Where the link of the mail leads. A program that looks at links before their reader does confirms nothing: that takes the button. The link is known on this site alone.
/// </summary>
[IgnoreAntiforgeryToken]
internal sealed class ConfirmModel : SubscriptionPage
{
    /// <summary>None where the link is not, or no longer, good.</summary>
    public SubscriptionRequest? Asked { get; private set; }

    /// <summary>None where it is no longer to be seen.</summary>
    public NewsSubject? Subject { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellation)
    {
        if (!Tracking.IsTicket(token))
        {
            return NotFound();
        }

        await LoadAsync(token, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellation)
    {
        if (!Tracking.IsTicket(token))
        {
            return BadRequest();
        }

        await LoadAsync(token, cancellation);
        if (Asked is null)
        {
            return Page();
        }

        if (await Subscribing.ConfirmAsync(Asked, cancellation) is not { } subscriber)
        {
            return Redirect($"/{Language.Tag}/subscriptions/stopped");
        }

        Notice = Texts["Confirmed"];
        return Redirect($"/{Language.Tag}/subscriptions/{subscriber.Secret}");
    }

    private async Task LoadAsync(string token, CancellationToken cancellation)
    {
        Asked = await Subscribing.RequestAsync(token, cancellation);
        Subject = Asked is null ? null : await Newsroom.FindAsync(Asked.Subject, cancellation);
        Response.StatusCode = Asked is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
    }
}
