using System.Collections;
using System.Collections.Frozen;
using System.Resources;
using Microsoft.Extensions.Localization;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

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

    /// <summary>Texts that are no titles of documents.</summary>
    private static readonly string[] Words = ["Source", "Section", "Part", "Separator"];

    private static readonly ResourceManager Titles = new(typeof(SourceTexts));

    /// <summary>What sources call documents, by the folded titles that readers see.</summary>
    private static readonly FrozenDictionary<string, string> Known = Language.OfPages
        .SelectMany(language => Titles.GetResourceSet(language.Culture, createIfNotExists: true, tryParents: true)!.Cast<DictionaryEntry>())
        .Where(text => !Words.Contains((string)text.Key))
        .DistinctBy(text => Folding.Fold((string)text.Value!))
        .ToFrozenDictionary(text => Folding.Fold((string)text.Value!), text => (string)text.Key);

    /// <summary>A source as rows keep it (<c>document</c>, and on the next line its section), as files tell it: a known document by its title.</summary>
    public static string Shown(string kept, Language language)
    {
        var lines = kept.Split('\n', 2);
        return string.Join('\n', lines.Select((line, at) => at == 0 && Known.Values.Contains(line) ? Titles.GetString(line, language.Culture)! : line));
    }

    /// <summary>A source of a file as rows keep it; too long a line is left to the caller.</summary>
    public static (string Document, string Section) Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var document = lines.Length == 0 ? "" : Line(lines[0]);
        return (Known.GetValueOrDefault(Folding.Fold(document), document), Line(string.Join(' ', lines.Skip(1))));

        static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
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
