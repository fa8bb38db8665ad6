using System.Globalization;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;

namespace Platform.Participation.Consultations;

/// <summary>A text that a consultation brings itself, written as Markdown: each heading begins a section, one with more signs a part of the section before, each paragraph and each item of a list is a passage.</summary>
internal static class OwnText
{
    /// <summary>Headings with more signs than this are of this level.</summary>
    private const int Deepest = 4;

    private const string OpeningKey = "opening";

    /// <param name="opening">Names what stands before the first heading.</param>
    /// <returns>The parts of the text; none where a language is cut into other sections or paragraphs than Arabic, so that nobody knows which belong together.</returns>
    public static IReadOnlyList<ConsultablePart>? Read(LocalizedText text, LocalizedText opening)
    {
        var arabic = Cut(text.Ar);
        var french = text.Fr is null ? null : Cut(text.Fr);
        var amazigh = text.Zgh is null ? null : Cut(text.Zgh);
        if (!Alike(arabic, french) || !Alike(arabic, amazigh))
        {
            return null;
        }

        var number = 0;
        return
        [
            .. arabic.Select((section, at) => new ConsultablePart(
                section.Title is null ? OpeningKey : string.Create(CultureInfo.InvariantCulture, $"part-{++number}"), null, section.Level,
                section.Title is null ? opening : new(section.Title, french?[at].Title, amazigh?[at].Title),
                [.. section.Passages.Select((passage, i) => new ConsultablePassage(null, new LocalizedText(passage, french?[at].Passages[i], amazigh?[at].Passages[i])))],
                null)),
        ];
    }

    /// <summary>The text as it was written, from what was made of it.</summary>
    public static LocalizedText? Write(IEnumerable<Matter> matters)
    {
        var ordered = matters.OrderBy(matter => matter.Position).ToList();
        var arabic = In(ordered, text => text.Ar);
        return arabic is null ? null : new(arabic, In(ordered, text => text.Fr), In(ordered, text => text.Zgh));
    }

    private static string? In(List<Matter> matters, Func<LocalizedText, string?> language)
    {
        var blocks = matters
            .Where(matter => matter.Key != OpeningKey)
            .Select(matter => matter.Kind == MatterKind.Section ? Heading(language(matter.Title!), matter.Level) : language(matter.Text!))
            .ToList();
        return blocks.Count == 0 || blocks.Contains(null) ? null : string.Join("\n\n", blocks);
    }

    private static string? Heading(string? title, int level) => title is null ? null : $"{new string('#', Math.Max(1, level))} {title}";

    private static bool Alike(List<Section> one, List<Section>? other) =>
        other is null
        || (one.Count == other.Count
            && one.Zip(other).All(pair => pair.First.Title is null == pair.Second.Title is null && pair.First.Passages.Count == pair.Second.Passages.Count));

    private static List<Section> Cut(string markdown)
    {
        var sections = new List<Section>();
        string? title = null;
        var level = 1;
        var lines = new List<string>();
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith('#') && line.TrimStart('#').Trim() is { Length: > 0 } heading)
            {
                Close();
                (title, level) = (heading, Math.Min(line.TakeWhile(sign => sign == '#').Count(), Deepest));
            }
            else
            {
                lines.Add(line);
            }
        }

        Close();
        return sections;

        void Close()
        {
            var passages = Passages.Split(string.Join('\n', lines));
            lines.Clear();
            if (title is not null || passages.Count > 0)
            {
                sections.Add(new(title, level, passages));
            }
        }
    }

    private sealed record Section(string? Title, int Level, IReadOnlyList<string> Passages);
}
