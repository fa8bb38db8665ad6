using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Platform.UnitTests.Architecture;

/// <summary>Rules about what stands in source files.</summary>
internal static partial class Sources
{
    /// <summary>Text that a person reads stands in resources: no Arabic letter in code or pages.</summary>
    public static bool HoldsArabic(string text) => ArabicLetter().IsMatch(text);

    /// <summary>One stylesheet serves both directions: it names no physical side.</summary>
    public static bool NamesASide(string css) => PhysicalSide().IsMatch(css);

    /// <summary>The content security policy refuses them, so they would silently not work.</summary>
    public static bool HasInlineScriptOrStyle(string page) => Inline().IsMatch(page);

    public static IReadOnlySet<string> KeysOf(string resx) =>
        XDocument.Parse(resx).Root!.Elements("data").Select(data => data.Attribute("name")!.Value).ToHashSet();

    /// <summary>Keys that hold no text.</summary>
    public static IEnumerable<string> EmptyKeysOf(string resx) => XDocument.Parse(resx).Root!.Elements("data")
        .Where(data => string.IsNullOrWhiteSpace(data.Element("value")?.Value)).Select(data => data.Attribute("name")!.Value);

    /// <summary>Keys that only one of two languages has. Arabic has more plural forms; every other key is in both.</summary>
    public static IEnumerable<string> KeysOfOneOnly(string arabic, string french)
    {
        var (ar, fr) = (KeysOf(arabic).Select(WithoutPlural).ToHashSet(), KeysOf(french).Select(WithoutPlural).ToHashSet());
        ar.SymmetricExceptWith(fr);
        return ar.Order();
    }

    /// <summary>Names that several folders bear.</summary>
    public static IEnumerable<string> NamedTwice(IEnumerable<string> folders) =>
        folders.CountBy(folder => Path.GetFileName(folder)).Where(name => name.Value > 1).Select(name => name.Key);

    private static string WithoutPlural(string key) => key.LastIndexOf('_') is > 0 and var at
        && key[(at + 1)..] is "zero" or "one" or "two" or "few" or "many" or "other" ? key[..key.LastIndexOf('_')] : key;

    [GeneratedRegex(@"[\u0600-\u06FF]")]
    private static partial Regex ArabicLetter();

    [GeneratedRegex(@"(margin|padding|border)-(left|right)|text-align:\s*(left|right)|float:\s*(left|right)|(?<![-a-z])(left|right):\s*[-\d]", RegexOptions.IgnoreCase)]
    private static partial Regex PhysicalSide();

    [GeneratedRegex(@"<style[\s>]|<script(?![^>]*\bsrc=)[\s>]|\sstyle=""|\son(click|change|submit|load|input)=""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
