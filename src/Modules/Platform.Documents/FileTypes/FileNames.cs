using System.Globalization;
using System.Text;

namespace Platform.Documents.FileTypes;

/// <summary>
/// The name that a person gave a file, fit to be shown and to be saved under on any system. It is for people only: no path is ever made of it.
/// </summary>
internal static class FileNames
{
    public const int MaxLength = 150;

    private const string Reserved = "<>:\"|?*";

    private static readonly string[] WindowsDevices =
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })];

    /// <summary>
    /// Without folders, control characters, and the invisible ones that turn writing around (which make <c>exe.pdf</c> of <c>fdp.exe</c>); with the
    /// extension of what the file really is.
    /// </summary>
    /// <param name="otherwise">The name where nothing is left of it.</param>
    public static string Clean(string name, FileFormat format, string otherwise)
    {
        var stem = Letters(LastSegment(name));
        while (Extension(stem) is { } extension && FileFormat.All.Any(known => known.Extension == extension || known.Code == extension[1..]))
        {
            stem = stem[..^extension.Length].TrimEnd('.', ' ');
        }

        stem = Cut(stem, MaxLength - format.Extension.Length);
        if (stem.Length == 0 || WindowsDevices.Contains(stem.Split('.')[0], StringComparer.OrdinalIgnoreCase))
        {
            stem = otherwise;
        }

        return stem + format.Extension;
    }

    /// <summary>The name of a file that was not accepted, to speak of it.</summary>
    public static string Shown(string name) => Cut(Letters(LastSegment(name)), MaxLength);

    private static string LastSegment(string name) => name[(name.LastIndexOfAny(['/', '\\']) + 1)..];

    private static string Letters(string name)
    {
        var kept = new StringBuilder(name.Length);
        foreach (var rune in Composed(name).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned:
                    break;
                case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator:
                    kept.Append(' ');
                    break;
                default:
                    kept.Append(rune.IsAscii && Reserved.Contains((char)rune.Value, StringComparison.Ordinal) ? "-" : rune.ToString());
                    break;
            }
        }

        return kept.ToString().Trim(' ', '.');
    }

    /// <summary>One form for letters that can be written in several ways; a broken surrogate cannot be normalised and becomes U+FFFD first.</summary>
    private static string Composed(string name)
    {
        var whole = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string? Extension(string stem) => stem.LastIndexOf('.') is > 0 and var at ? stem[at..].ToLowerInvariant() : null;

    private static string Cut(string stem, int length)
    {
        if (stem.Length <= length)
        {
            return stem;
        }

        var end = char.IsHighSurrogate(stem[length - 1]) ? length - 1 : length;
        return stem[..end].TrimEnd(' ', '.');
    }
}
