using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Platform.Participation.Subscriptions;

/// <summary>Everything was ended, and what was kept is deleted.</summary>
internal sealed class StoppedModel : SubscriptionPage
{
    public PageResult OnGet() => Page();
}
