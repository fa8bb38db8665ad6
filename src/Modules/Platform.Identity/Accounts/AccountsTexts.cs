namespace Platform.Identity.Accounts;

/// <summary>Names the texts of this folder.</summary>
internal sealed class AccountsTexts;
