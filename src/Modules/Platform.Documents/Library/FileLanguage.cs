namespace Platform.Documents.Library;

/// <summary>The language of a file's content.</summary>
internal enum FileLanguage
{
    Arabic,
    French,
    Amazigh,
    Darija,
}

/// <summary>The tags of languages as addresses and the API write them: <c>ar</c>, <c>ary</c>.</summary>
internal static class FileLanguageTag
{
    private static readonly Dictionary<FileLanguage, string> Tags = new()
    {
        [FileLanguage.Arabic] = "ar",
        [FileLanguage.French] = "fr",
        [FileLanguage.Amazigh] = "zgh",
        [FileLanguage.Darija] = "ary",
    };

    public static string Of(FileLanguage language) => Tags[language];

    public static bool TryRead(string text, out FileLanguage language)
    {
        (language, var tag) = Tags.FirstOrDefault(pair => pair.Value == text);
        return tag is not null;
    }
}
