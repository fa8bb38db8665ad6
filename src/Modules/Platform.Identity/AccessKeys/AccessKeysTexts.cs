namespace Platform.Identity.AccessKeys;

/// <summary>Names the texts of this folder.</summary>
internal sealed class AccessKeysTexts;
