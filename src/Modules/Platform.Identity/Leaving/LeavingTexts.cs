namespace Platform.Identity.Leaving;

/// <summary>Names the texts of this folder.</summary>
internal sealed class LeavingTexts;
