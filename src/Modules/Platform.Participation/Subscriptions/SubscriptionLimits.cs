using System.ComponentModel.DataAnnotations;

namespace Platform.Participation.Subscriptions;

/// <summary>Section <c>Subscriptions</c>: how much may be asked for, so that nobody's mailbox is filled through this form.</summary>
internal sealed class SubscriptionLimits
{
    public const string Section = "Subscriptions";

    /// <summary>Forms that one connection may send in a minute; many share the connection of a town hall.</summary>
    [Range(1, 1_000_000)]
    public int FormsPerMinute { get; set; } = 20;

    /// <summary>Confirmations that one mail address is sent in an hour.</summary>
    [Range(1, 1000)]
    public int MailsPerHour { get; set; } = 5;

    /// <summary>Who neither confirms nor changes anything for so long is forgotten.</summary>
    [Range(30, 3650)]
    public int KeptDays { get; set; } = 730;
}
