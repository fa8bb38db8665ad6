using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Data.Mail;
using Platform.Kernel.Publishing;

namespace Platform.Participation.Subscriptions;

/// <summary>Have the news of a thing sent: at once for who is signed in; by a mail address after its owner has confirmed it.</summary>
internal sealed class NewModel(SubscriptionGate gate) : SubscriptionPage
{
    [BindProperty]
    public SubscriptionForm Input { get; set; } = new();

    public NewsSubject Subject { get; private set; } = null!;

    /// <summary>Whether the account has it already. Of a mail address nobody is told.</summary>
    public bool IsSubscribed { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? about, CancellationToken cancellation)
    {
        ModelState.Clear();
        if (!await LoadAsync(about, cancellation))
        {
            return NotFound();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? about, CancellationToken cancellation)
    {
        if (!await LoadAsync(about, cancellation))
        {
            return NotFound();
        }

        if (!string.IsNullOrEmpty(Input.Website))
        {
            ModelState.AddModelError("Input.Website", Texts["TrapFilled"]);
        }

        if (!Person.IsSignedIn && !Mails.IsAddress(Input.Mail))
        {
            ModelState.AddModelError("Input.Mail", Texts[string.IsNullOrWhiteSpace(Input.Mail) ? "MailNeeded" : "MailWrong"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (!gate.MaySend(Callers.Of(HttpContext, Commune)))
        {
            ModelState.AddModelError("", Texts["TooMany"]);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = "60";
            return Page();
        }

        if (Person.IsSignedIn)
        {
            await Subscribing.SubscribeAsync(Person.Account, Subject.Key, Input.Rhythm, Language, cancellation);
            Notice = Texts["Subscribed", Subject.Title.In(Language)];
            return Redirect($"/{Language.Tag}/subscriptions");
        }

        await Subscribing.AskAsync(Input.Mail!, Subject, Input.Rhythm, Language, cancellation);
        return Redirect($"/{Language.Tag}/subscriptions/asked");
    }

    private async Task<bool> LoadAsync(string? about, CancellationToken cancellation)
    {
        if (await Newsroom.FindAsync(about, cancellation) is not { } subject)
        {
            return false;
        }

        Subject = subject;
        if (Person.IsSignedIn && await Subscribing.OfAccountAsync(Person.Account, cancellation) is { } subscriber)
        {
            IsSubscribed = subscriber.Subscriptions.Exists(one => one.Subject == subject.Key);
            Input.Rhythm = HttpMethods.IsGet(Request.Method) ? subscriber.Rhythm : Input.Rhythm;
        }

        return true;
    }
}
