using Microsoft.Extensions.Localization;
using Platform.Kernel.Text;
using Platform.Ui.Sites;

namespace Platform.Ui;

/// <summary>Texts that depend on a number, by the plural categories of Unicode CLDR.</summary>
public static class Plurals
{
    /// <summary>
    /// The text of <paramref name="key"/> for <paramref name="number"/> in the language of the request: <c>Activities_few</c> for 3 activities in Arabic.
    /// A category without a text of its own takes <c>Activities_other</c>. The number is written into <c>{0}</c>, further values into <c>{1}</c> and so on.
    /// </summary>
    public static string Count(this IStringLocalizer texts, string key, long number, params object?[] values)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(values);
        // A category that only Arabic has would fall back to Arabic words: French asks for its two and no more.
        var category = Category(Languages.Current, number);
        category = Languages.Current == Language.French && category == "many" ? "other" : category;
        var text = texts[$"{key}_{category}"];
        if (text.ResourceNotFound)
        {
            text = texts[key + "_other"];
        }

        return string.Format(Languages.Current.Culture, text.Value, [Formats.Number(number), .. values]);
    }

    /// <summary>The CLDR category of a whole number: <c>zero</c>, <c>one</c>, <c>two</c>, <c>few</c>, <c>many</c> or <c>other</c>.</summary>
    public static string Category(Language language, long number)
    {
        var n = Math.Abs(number);
        if (language == Language.Arabic)
        {
            return n switch
            {
                0 => "zero",
                1 => "one",
                2 => "two",
                _ => (n % 100) switch
                {
                    >= 3 and <= 10 => "few",
                    >= 11 => "many",
                    _ => "other",
                },
            };
        }

        if (language == Language.French)
        {
            return n is 0 or 1 ? "one" : n % 1_000_000 == 0 ? "many" : "other";
        }

        return n is 0 or 1 ? "one" : "other";
    }
}
