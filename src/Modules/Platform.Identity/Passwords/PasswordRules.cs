using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using Platform.Identity.Accounts;

namespace Platform.Identity.Passwords;

/// <summary>What NIST 800-63B asks: length, nothing about kinds of characters, nothing that everybody uses or that the person is known by.</summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int Shortest = 12;
    public const int Longest = 256;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var length = new System.Globalization.StringInfo(password ?? "").LengthInTextElements;
        var code = length < Shortest ? "PasswordTooShort" : password!.Length > Longest ? "PasswordTooLong" : null;
        return Task.FromResult(code is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = code }));
    }
}

internal static class PasswordWords
{
    public static string PasswordError(this IStringLocalizer<AccountsTexts> words, IdentityError error)
    {
        var said = words[error.Code];
        return said.ResourceNotFound ? words["PasswordRefused"] : said;
    }
}
