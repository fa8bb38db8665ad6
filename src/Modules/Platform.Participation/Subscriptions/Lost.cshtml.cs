using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Data.Mail;

namespace Platform.Participation.Subscriptions;

/// <summary>The link of the mails was lost: it is sent again. The same is answered for every address, and each is sent a mail.</summary>
internal sealed class LostModel(SubscriptionGate gate) : SubscriptionPage
{
    [BindProperty]
    public LostForm Input { get; set; } = new();

    public PageResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!string.IsNullOrEmpty(Input.Website))
        {
            ModelState.AddModelError("Input.Website", Texts["TrapFilled"]);
        }

        if (!Mails.IsAddress(Input.Mail))
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

        await Subscribing.RemindAsync(Input.Mail!, Language, cancellation);
        Notice = Texts["LostSent"];
        return Redirect($"/{Language.Tag}/subscriptions/lost");
    }

    internal sealed class LostForm
    {
        [MaxLength(Subscriber.MailLength)]
        public string? Mail { get; set; }

        /// <summary>A field that people do not see.</summary>
        public string? Website { get; set; }
    }
}
