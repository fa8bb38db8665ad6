namespace Platform.Commitments.Indicators.Reminders;

/// <summary>Names the texts of this folder.</summary>
internal sealed class RemindersTexts;
