using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Participation.Contributions;

namespace Platform.Participation.Subscriptions;

/// <summary>
/// What a person is subscribed to, by the link of the mails: without signing in, without scripts, without cookies. What stands in the link is all that is needed, so that a
/// mail program can end everything by posting <c>List-Unsubscribe=One-Click</c> here (RFC 8058). Another commune's link is not found.
/// </summary>
[IgnoreAntiforgeryToken]
internal sealed class ByLinkModel : SubscriptionPage
{
    /// <summary>None where the link is not this commune's, or everything was ended.</summary>
    public SubscriptionList? List { get; private set; }

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellation)
    {
        if (!Tracking.IsTicket(secret))
        {
            return NotFound();
        }

        if (await Subscribing.BySecretAsync(secret, cancellation) is { } subscriber)
        {
            List = await ListAsync(subscriber, cancellation);
        }
        else
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Page();
    }

    /// <summary>One click in a mail program, which follows nothing and shows nothing.</summary>
    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken cancellation)
    {
        if (!Request.HasFormContentType || Request.Form["List-Unsubscribe"] != "One-Click")
        {
            return BadRequest();
        }

        if (await Subscribing.BySecretAsync(secret, cancellation) is not { } subscriber)
        {
            return NotFound();
        }

        await Subscribing.StopAllAsync(subscriber, cancellation);
        return Content(Texts["StoppedAll"], "text/plain; charset=utf-8");
    }

    public Task<IActionResult> OnPostRhythmAsync(string secret, Rhythm rhythm, CancellationToken cancellation) =>
        ChangeAsync(secret, subscriber => Subscribing.ChooseAsync(subscriber, rhythm, Language, cancellation), "RhythmChanged", cancellation);

    public Task<IActionResult> OnPostStopAsync(string secret, string subject, CancellationToken cancellation) =>
        ChangeAsync(secret, subscriber => Subscribing.StopAsync(subscriber, subject, cancellation), "Stopped", cancellation);

    public Task<IActionResult> OnPostStopAllAsync(string secret, CancellationToken cancellation) =>
        ChangeAsync(secret, subscriber => Subscribing.StopAllAsync(subscriber, cancellation), "StoppedAll", cancellation);

    private async Task<IActionResult> ChangeAsync(string secret, Func<Subscriber, Task> change, string said, CancellationToken cancellation)
    {
        if (await Subscribing.BySecretAsync(secret, cancellation) is not { } subscriber)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        await change(subscriber);
        if (await Subscribing.BySecretAsync(secret, cancellation) is null)
        {
            return Redirect($"/{Language.Tag}/subscriptions/stopped");
        }

        Notice = Texts[said];
        return Redirect($"/{Language.Tag}/subscriptions/{secret}");
    }
}
