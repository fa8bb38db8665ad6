namespace Platform.Identity.Passwords;

/// <summary>What guessing begins with: passwords seen in leaks, alone or dressed up with figures, patterns of the keyboard, one thing repeated.</summary>
internal static class CommonPasswords
{
    private const int FewestDistinct = 5;

    private static readonly Lazy<HashSet<string>> Known = new(Read);

    public static bool Holds(string password)
    {
        var plain = password.ToLowerInvariant();
        return Known.Value.Contains(plain)
            || Known.Value.Contains(plain.Trim(Figures(plain)))
            || plain.Distinct().Count() < FewestDistinct
            || IsRepetition(plain)
            || IsRow(plain);
    }

    /// <summary><c>musharaka2026!</c> is no better than <c>musharaka</c>.</summary>
    private static char[] Figures(string text) => [.. text.Where(c => !char.IsLetter(c)).Distinct()];

    /// <summary>A piece of up to half the length, again and again; a rest of the same piece counts too.</summary>
    private static bool IsRepetition(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (Enumerable.Range(length, text.Length - length).All(at => text[at] == text[at - length]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>abcdefghijkl</c>, <c>987654321098</c>.</summary>
    private static bool IsRow(string text) => Steps(text, 1) || Steps(text, -1);

    private static bool Steps(string text, int by) => Enumerable.Range(1, text.Length - 1).All(
        at => text[at] - text[at - 1] == by || (text[at - 1], text[at]) is ('9', '0') or ('0', '9'));

    private static HashSet<string> Read()
    {
        using var reader = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => word.ToLowerInvariant())];
    }
}
