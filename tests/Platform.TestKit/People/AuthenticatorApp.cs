using Platform.Identity.SecondFactor;

namespace Platform.TestKit.People;

/// <summary>The app on somebody's telephone that shows codes.</summary>
public static class AuthenticatorApp
{
    /// <summary>The code that it shows now, for the key that the page of the second factor writes out.</summary>
    public static string CodeOf(PlatformHost host, string key)
    {
        ArgumentNullException.ThrowIfNull(host);
        return Totp.CodeAt(Read(key), Totp.StepAt(host.Clock.GetUtcNow().UtcDateTime));
    }

    private static byte[] Read(string key)
    {
        var bits = string.Concat(key.Where(char.IsAsciiLetterOrDigit).Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }
}
