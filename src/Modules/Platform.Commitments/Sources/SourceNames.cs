using Microsoft.Extensions.Localization;
using Platform.Data.Seeding;

namespace Platform.Commitments.Sources;

/// <summary>How documents and their sections are named to readers, in the language of the request.</summary>
internal static class SourceNames
{
    /// <summary>The document's title; a document that the platform has no title for is named as the source names it.</summary>
    public static string TitleOf(this IStringLocalizer texts, string document)
    {
        var title = texts[document];
        return title.ResourceNotFound ? document : title.Value;
    }

    /// <summary>True for <c>5.1</c>: sections are cited by number or, where the document has none, by their heading.</summary>
    public static bool IsNumbered(string section) => section.All(c => char.IsAsciiDigit(c) || c == '.');

    /// <summary>One line of plain text, for exports and descriptions: title and section.</summary>
    public static string Line(this IStringLocalizer texts, SeedSource source)
    {
        var title = texts.TitleOf(source.Document);
        return source.Section is { } section
            ? title + texts["Separator"] + texts[IsNumbered(section) ? "Section" : "Part", section]
            : title;
    }
}
