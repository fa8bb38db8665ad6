namespace Platform.Identity.ExternalSignIn;

/// <summary>Names the texts of this folder.</summary>
internal sealed class ExternalSignInTexts;
