using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using Platform.Identity.Accounts;
using Platform.Identity.SignIn;
using Platform.Kernel.Text;

namespace Platform.Identity.Passwords;

/// <summary>
/// What NIST 800-63B asks: length, nothing about kinds of characters, nothing that everybody uses or that the person or the site is known by. Spaces and every
/// script are welcome. Twelve, not fifteen: wherever a password counts for others, a second factor goes with it.
/// </summary>
internal sealed class PasswordRules(SiteAccounts site) : IPasswordValidator<Account>
{
    public const int Shortest = 12;
    public const int Longest = 256;

    /// <summary>What has to be left of a password without the words that it is easily guessed from.</summary>
    private const int OwnPart = 6;

    private const int ShortestWord = 4;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var normal = PlatformHasher.Normal(password ?? "");
        var length = new StringInfo(normal).LengthInTextElements;
        var code = length < Shortest ? "PasswordTooShort"
            : normal.Length > Longest ? "PasswordTooLong"
            : CommonPasswords.Holds(normal) ? "PasswordCommon"
            : IsNearTo(normal, user) ? "PasswordOwn"
            : null;
        return Task.FromResult(code is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = code }));
    }

    private bool IsNearTo(string password, Account account)
    {
        string[] names =
        [
            account.Mail, .. account.Mail.Split('@', '.', '-', '_', '+'), .. account.Name.Split(' '),
            site.DisplayName.Ar, site.DisplayName.Fr ?? "", .. site.Name.Split(':', '-'), .. (site.DisplayName.Fr ?? "").Split(' ', '-'), "musharaka", "commune",
        ];
        var rest = Folding.Fold(password);
        var found = false;
        foreach (var name in names.Select(Folding.Fold).Where(name => name.Length >= ShortestWord).OrderByDescending(name => name.Length))
        {
            found |= rest.Contains(name, StringComparison.Ordinal);
            rest = rest.Replace(name, "", StringComparison.Ordinal);
        }

        return found && rest.Count(char.IsLetterOrDigit) < OwnPart;
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
