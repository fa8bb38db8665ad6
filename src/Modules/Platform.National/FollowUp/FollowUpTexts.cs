namespace Platform.National.FollowUp;

/// <summary>Names the texts of this folder.</summary>
internal sealed class FollowUpTexts;
