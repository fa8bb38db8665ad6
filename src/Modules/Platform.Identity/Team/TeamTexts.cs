namespace Platform.Identity.Team;

/// <summary>Names the texts of this folder.</summary>
internal sealed class TeamTexts;
