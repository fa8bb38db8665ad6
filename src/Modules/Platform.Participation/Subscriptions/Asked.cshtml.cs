using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Platform.Participation.Subscriptions;

/// <summary>A link may be on its way. The same words for every address.</summary>
internal sealed class AskedModel : SubscriptionPage
{
    public PageResult OnGet() => Page();
}
