namespace Platform.Communes.Profile;

/// <summary>Names the texts of this folder.</summary>
internal sealed class ProfileTexts;
