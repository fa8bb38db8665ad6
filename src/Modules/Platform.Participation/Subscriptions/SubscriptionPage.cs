using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Participation.Subscriptions;

/// <summary>
/// What pages of subscriptions share. They belong to no feature: whoever is subscribed must be able to end it, whatever the commune has switched off meanwhile.
/// </summary>
[Site(SiteKind.Commune)]
internal abstract class SubscriptionPage : PersonalPage
{
    public Commune Commune => HttpContext.RequestServices.GetRequiredService<CurrentCommune>().Value;

    public IReadOnlyList<SelectListItem> Rhythms =>
        [.. new[] { Rhythm.Daily, Rhythm.Weekly, Rhythm.Monthly }.Select(rhythm => new SelectListItem(Texts["Rhythm_" + rhythm], rhythm.ToString()))];

    protected IStringLocalizer<SubscriptionsTexts> Texts => HttpContext.RequestServices.GetRequiredService<IStringLocalizer<SubscriptionsTexts>>();

    protected Subscribing Subscribing => HttpContext.RequestServices.GetRequiredService<Subscribing>();

    protected Newsroom Newsroom => HttpContext.RequestServices.GetRequiredService<Newsroom>();

    /// <summary>What somebody is subscribed to, as it is shown.</summary>
    protected async Task<SubscriptionList> ListAsync(Subscriber subscriber, CancellationToken cancellation)
    {
        var subjects = await Newsroom.FindAsync([.. subscriber.Subscriptions.Select(one => one.Subject)], cancellation);
        return new(
            [.. subscriber.Subscriptions.Select(one => (one, subjects.GetValueOrDefault(one.Subject)))], subscriber.Rhythm, subscriber.NextOn, Rhythms, subscriber.Mail is not null);
    }
}

/// <param name="Items">With what is known of each; nothing of what is no longer to be seen.</param>
/// <param name="ByMail">Whether a mail address is kept here, and not an account.</param>
internal sealed record SubscriptionList(
    IReadOnlyList<(Subscription Subscription, NewsSubject? Subject)> Items, Rhythm Rhythm, DateOnly NextOn, IReadOnlyList<SelectListItem> Rhythms, bool ByMail);
