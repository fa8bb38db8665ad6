using Microsoft.AspNetCore.Mvc;

namespace Platform.Participation.Subscriptions;

/// <summary>What the signed-in person is subscribed to. Others come by the link in their mails.</summary>
internal sealed class OwnModel : SubscriptionPage
{
    /// <summary>None while the person is subscribed to nothing.</summary>
    public SubscriptionList? List { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        List = await SubscriberAsync(cancellation) is { } subscriber ? await ListAsync(subscriber, cancellation) : null;
        return Page();
    }

    public Task<IActionResult> OnPostRhythmAsync(Rhythm rhythm, CancellationToken cancellation) =>
        ChangeAsync(subscriber => Subscribing.ChooseAsync(subscriber, rhythm, Language, cancellation), "RhythmChanged", cancellation);

    public Task<IActionResult> OnPostStopAsync(string subject, CancellationToken cancellation) =>
        ChangeAsync(subscriber => Subscribing.StopAsync(subscriber, subject, cancellation), "Stopped", cancellation);

    public Task<IActionResult> OnPostStopAllAsync(CancellationToken cancellation) =>
        ChangeAsync(subscriber => Subscribing.StopAllAsync(subscriber, cancellation), "StoppedAll", cancellation);

    private async Task<Subscriber?> SubscriberAsync(CancellationToken cancellation) =>
        Person.IsSignedIn ? await Subscribing.OfAccountAsync(Person.Account, cancellation) : null;

    private async Task<IActionResult> ChangeAsync(Func<Subscriber, Task> change, string said, CancellationToken cancellation)
    {
        if (!Person.IsSignedIn)
        {
            return Challenge();
        }

        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        if (await SubscriberAsync(cancellation) is { } subscriber)
        {
            await change(subscriber);
            Notice = Texts[said];
        }

        return Redirect($"/{Language.Tag}/subscriptions");
    }
}
