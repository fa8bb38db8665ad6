using System.ComponentModel.DataAnnotations;

namespace Platform.Participation.Subscriptions;

/// <summary>Who wants to be told, and how often. What machines fill in is refused.</summary>
internal sealed class SubscriptionForm
{
    [MaxLength(Subscriber.MailLength)]
    public string? Mail { get; set; }

    [EnumDataType(typeof(Rhythm))]
    public Rhythm Rhythm { get; set; } = Rhythm.Weekly;

    /// <summary>A field that people do not see.</summary>
    public string? Website { get; set; }
}
