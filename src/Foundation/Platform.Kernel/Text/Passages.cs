using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Kernel.Text;

/// <summary>A text taken apart into what one can speak about: its paragraphs, and the items of its lists, each still written as in the text.</summary>
public static partial class Passages
{
    /// <summary>The passages of a text without headings, in their order.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var passages = new List<string>();
        var passage = new StringBuilder();
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = raw.TrimEnd();
            if (line.Length == 0)
            {
                Close();
                continue;
            }

            // A list within an item stays with its item.
            if (Item().IsMatch(line))
            {
                Close();
            }

            passage.Append(passage.Length > 0 ? "\n" : "").Append(line);
        }

        Close();
        return passages;

        void Close()
        {
            if (passage.Length > 0)
            {
                passages.Add(passage.ToString());
                passage.Clear();
            }
        }
    }

    /// <summary>The passages of a text in its languages. Where a language is cut otherwise than Arabic, no passage is known to be another's: the text stays whole.</summary>
    public static IReadOnlyList<LocalizedText> Split(LocalizedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var arabic = Split(text.Ar);
        var french = text.Fr is null ? null : Split(text.Fr);
        var amazigh = text.Zgh is null ? null : Split(text.Zgh);
        return (french is null || french.Count == arabic.Count) && (amazigh is null || amazigh.Count == arabic.Count)
            ? [.. arabic.Select((passage, at) => new LocalizedText(passage, french?[at], amazigh?[at]))]
            : [text];
    }

    [GeneratedRegex(@"^(?:[-*+]|[0-9]{1,9}[.)]) ")]
    private static partial Regex Item();
}
