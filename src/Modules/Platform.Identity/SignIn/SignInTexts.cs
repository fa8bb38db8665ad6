namespace Platform.Identity.SignIn;

/// <summary>Names the texts of this folder.</summary>
internal sealed class SignInTexts;
