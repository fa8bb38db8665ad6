using Microsoft.Extensions.Localization;

namespace Platform.Identity.SignIn;

internal static class WaitTexts
{
    /// <summary>How long to wait, in words.</summary>
    public static string WaitFor(this IStringLocalizer<SignInTexts> texts, TimeSpan wait) => wait < TimeSpan.FromMinutes(2)
        ? texts["WaitSeconds", Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))]
        : texts["WaitMinutes", (int)Math.Ceiling(wait.TotalMinutes)];
}
