namespace Platform.Commitments.ActionPlan.Exchange;

/// <summary>Names the headings of files: <c>ExchangeTexts.ar.resx</c> and <c>ExchangeTexts.fr.resx</c> beside this file.</summary>
internal sealed class ExchangeTexts;
