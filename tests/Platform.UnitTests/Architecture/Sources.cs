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

    /// <summary>A page of a workspace with a form that the browser keeps while it is filled.</summary>
    public static bool KeepsAForm(string page) => page.StartsWith("@page \"/workspace", StringComparison.Ordinal) && page.Contains("data-keep=", StringComparison.Ordinal);

    /// <summary>Code of a page that says which form was saved.</summary>
    public static bool ForgetsAForm(string code) => code.Contains("SavedForm", StringComparison.Ordinal) || code.Contains("Done(", StringComparison.Ordinal);

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

    /// <summary>French texts whose punctuation can come loose from its word at the end of a line, or whose apostrophe is that of a typewriter.</summary>
    public static IEnumerable<string> LoosePunctuationOf(string french) => TextsOf(french).Where(text => LoosePunctuation().IsMatch(text.Value)).Select(text => text.Key);

    /// <summary>Texts that are given other values in one language than in the other. Counted forms are not asked: two need no figure.</summary>
    public static IEnumerable<string> UnlikePlacesOf(string arabic, string french)
    {
        var fr = TextsOf(french);
        return TextsOf(arabic).Where(text => fr.TryGetValue(text.Key, out var other) && WithoutPlural(text.Key) == text.Key && !PlacesOf(text.Value).SetEquals(PlacesOf(other))).Select(text => text.Key);
    }

    /// <summary>Arabic counts that have words for three to ten, and none for eleven or none for a hundred.</summary>
    public static IEnumerable<string> UncountedFormsOf(string arabic)
    {
        var texts = TextsOf(arabic);
        return texts.Where(text => text.Key.EndsWith("_few", StringComparison.Ordinal) && text.Value.Contains("{0}", StringComparison.Ordinal))
            .Select(text => WithoutPlural(text.Key)).Where(key => !texts.ContainsKey(key + "_many") || !texts.ContainsKey(key + "_other"));
    }

    /// <summary>Names that several folders bear.</summary>
    public static IEnumerable<string> NamedTwice(IEnumerable<string> folders) =>
        folders.CountBy(folder => Path.GetFileName(folder)).Where(name => name.Value > 1).Select(name => name.Key);

    private static Dictionary<string, string> TextsOf(string resx) => XDocument.Parse(resx).Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")?.Value ?? "");

    private static HashSet<string> PlacesOf(string text) => [.. Place().Matches(text).Select(place => place.Groups[1].Value)];

    private static string WithoutPlural(string key) => key.LastIndexOf('_') is > 0 and var at
        && key[(at + 1)..] is "zero" or "one" or "two" or "few" or "many" or "other" ? key[..key.LastIndexOf('_')] : key;

    [GeneratedRegex(@" [:;?!»%]|« |\w'\w")]
    private static partial Regex LoosePunctuation();

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"[\u0600-\u06FF]")]
    private static partial Regex ArabicLetter();

    [GeneratedRegex(@"(margin|padding|border)-(left|right)|text-align:\s*(left|right)|float:\s*(left|right)|(?<![-a-z])(left|right):\s*[-\d]", RegexOptions.IgnoreCase)]
    private static partial Regex PhysicalSide();

    [GeneratedRegex(@"<style[\s>]|<script(?![^>]*\bsrc=)[\s>]|\sstyle=""|\son(click|change|submit|load|input)=""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
