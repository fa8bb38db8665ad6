using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Platform.Identity.Accounts;

namespace Platform.Identity.SignIn;

/// <summary>
/// PBKDF2 with HMAC-SHA512 over the password in normal form C, so that an Arabic or accented password is the same from every keyboard
/// (NIST 800-63B).
/// </summary>
internal sealed class PlatformHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<Account>(options)
{
    /// <summary>OWASP's figure for HMAC-SHA512.</summary>
    public const int Iterations = 210_000;

    public override string HashPassword(Account user, string password) => base.HashPassword(user, Normal(password));

    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, Normal(providedPassword));

    /// <summary>Half a character has no normal form: it is taken as it is.</summary>
    internal static string Normal(string password)
    {
        try
        {
            return password.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return password;
        }
    }
}
