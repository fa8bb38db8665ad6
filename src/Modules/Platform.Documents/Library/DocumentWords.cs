namespace Platform.Documents.Library;

/// <summary>The language of a file's content.</summary>
internal enum FileLanguage
{
    Arabic,
    French,
    Amazigh,
    Darija,
}

/// <summary>Who a file is made for.</summary>
internal enum FileVariant
{
    Original,

    /// <summary>The same in easy words.</summary>
    PlainLanguage,

    /// <summary>A video in Moroccan sign language.</summary>
    SignLanguage,
    Audio,
    Braille,
    Darija,
    Amazigh,
}

/// <summary>The words of addresses and of the API: <c>sign-language</c>, <c>ar</c>.</summary>
internal static class DocumentWord
{
    private static readonly Dictionary<FileLanguage, string> Tags = new()
    {
        [FileLanguage.Arabic] = "ar",
        [FileLanguage.French] = "fr",
        [FileLanguage.Amazigh] = "zgh",
        [FileLanguage.Darija] = "ary",
    };

    public static string Of(FileLanguage language) => Tags[language];

    public static string Of<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static bool TryRead(string text, out FileLanguage language)
    {
        (language, var tag) = Tags.FirstOrDefault(pair => pair.Value == text);
        return tag is not null;
    }

    public static bool TryRead<T>(string text, out T value)
        where T : struct, Enum
    {
        foreach (var known in Enum.GetValues<T>())
        {
            if (Of(known) == text)
            {
                value = known;
                return true;
            }
        }

        value = default;
        return false;
    }
}
