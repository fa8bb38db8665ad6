using Microsoft.AspNetCore.Mvc.Rendering;

namespace Platform.Ui;

/// <summary>Elements that hold nothing but words.</summary>
internal static class Tags
{
    public static TagBuilder Of(string name, string? css, string text)
    {
        var tag = new TagBuilder(name);
        if (css is not null)
        {
            tag.AddCssClass(css);
        }

        tag.InnerHtml.Append(text);
        return tag;
    }

    /// <summary>Whether words that came without their language are Arabic: their first letter is.</summary>
    public static bool InArabic(string text)
    {
        foreach (var sign in text)
        {
            if (char.IsLetter(sign))
            {
                return sign is >= '\u0600' and <= '\u06ff';
            }
        }

        return false;
    }
}
