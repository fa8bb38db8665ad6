using System.Globalization;

namespace Platform.Kernel.Text;

/// <summary>A language of the platform: its tag in addresses and <c>lang</c>, its culture for dates and numbers, its direction.</summary>
public sealed record Language
{
    private Language(string tag, string culture, string direction) => (Tag, Culture, Direction) = (tag, CultureInfo.GetCultureInfo(culture), direction);

    public static Language Arabic { get; } = new("ar", "ar-MA", "rtl");
    public static Language French { get; } = new("fr", "fr-MA", "ltr");

    /// <summary>Tifinagh. Only communes write it: the platform's own texts fall back until a vetted glossary is had (organic law 26-16, art. 26).</summary>
    public static Language Amazigh { get; } = new("zgh", "zgh-Tfng-MA", "ltr");

    /// <summary>The languages that the platform's own texts are complete in.</summary>
    public static IReadOnlyList<Language> OfPages { get; } = [Arabic, French];

    public string Tag { get; }
    public CultureInfo Culture { get; }
    public string Direction { get; }

    /// <summary>The page language with this tag, or null.</summary>
    public static Language? OfPage(string? tag) => tag == Arabic.Tag ? Arabic : tag == French.Tag ? French : null;

    public override string ToString() => Tag;
}
