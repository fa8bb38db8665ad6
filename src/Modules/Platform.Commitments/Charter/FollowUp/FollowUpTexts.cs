namespace Platform.Commitments.Charter.FollowUp;

/// <summary>Texts of what is kept of the charter's use: for the desk and for everybody.</summary>
internal sealed class FollowUpTexts;
