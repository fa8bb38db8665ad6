namespace Platform.Identity.MyAccount;

/// <summary>Names the texts of this folder.</summary>
internal sealed class MyAccountTexts;
