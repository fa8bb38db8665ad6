namespace Platform.Participation.Subscriptions;

/// <summary>Names the texts of this folder: <c>SubscriptionsTexts.ar.resx</c> and <c>SubscriptionsTexts.fr.resx</c> beside this file.</summary>
internal sealed class SubscriptionsTexts;
