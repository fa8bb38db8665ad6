namespace Platform.Identity.Passkeys;

/// <summary>Names the texts of this folder.</summary>
internal sealed class PasskeysTexts;
