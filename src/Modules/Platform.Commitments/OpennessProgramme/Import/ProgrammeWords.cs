using System.Text.Json;
using Platform.Commitments.OpennessProgramme.Exchange;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme.Import;

/// <summary>
/// The words by which documents of communes call things, from <c>words.json</c>, folded; and every heading and word of our own files in both languages.
/// </summary>
internal sealed class ProgrammeWords
{
    private const int LongestHeading = 90;
    private const int ShortestPart = 10;

    private readonly Dictionary<string, PartColumn> own = [];
    private readonly Dictionary<string, PartField> fields = [];
    private readonly HashSet<string> ignored = [];
    private readonly List<(string Words, string Tag)> languages = [];
    private readonly Dictionary<PartField, Dictionary<string, string>> words = [];
    private readonly Dictionary<string, string> sections = [];
    private readonly HashSet<string> cards = [];
    private readonly Dictionary<string, string?> languageHeadings = [];

    private ProgrammeWords(WordList list)
    {
        foreach (var language in Language.OfPages)
        {
            foreach (var column in PartColumns.All)
            {
                own.TryAdd(Fold(PartHeadings.Of(column, language)), column);
            }

            foreach (var kind in Enum.GetValues<PartKind>())
            {
                cards.Add(Fold(PartHeadings.Text("Card" + (kind == PartKind.Project ? "" : "Programme"), language)));
            }

            languageHeadings.TryAdd(Fold(PartHeadings.Text("InArabic", language)), null);
            languageHeadings.TryAdd(Fold(PartHeadings.Text("InFrench", language)), Language.French.Tag);
            languageHeadings.TryAdd(Fold(PartHeadings.Text("InAmazigh", language)), Language.Amazigh.Tag);
        }

        foreach (var (key, names) in list.Columns)
        {
            foreach (var name in names)
            {
                fields.TryAdd(Fold(name), Enum.Parse<PartField>(key, ignoreCase: true));
            }
        }

        ignored = Folded(Language.OfPages.SelectMany(PartHeadings.OfOwnAccord));
        languages = [.. list.Languages.SelectMany(language => language.Value.Select(word => (Fold(word), language.Key)))];
        foreach (var field in PartColumns.All.Select(column => column.Field).Where(field => field.IsWord()).Distinct())
        {
            words[field] = Words(field, list.Words[JsonNamingPolicy.CamelCase.ConvertName(field.ToString())]);
        }

        foreach (var (section, names) in list.Sections)
        {
            foreach (var name in names)
            {
                sections.TryAdd(Fold(name), section);
            }
        }

        cards.UnionWith(list.Card.Select(Fold));
        Civilities = Folded(list.Civilities);
        Committee = Folded(list.Committee);
        Decision = Folded(list.Decision);
        Until = Folded(list.Until);
        ProjectWords = Folded(list.ProjectWords);
    }

    public static ProgrammeWords Known { get; } = new(Read());

    /// <summary>What stands before the name of a person.</summary>
    public IReadOnlySet<string> Civilities { get; }

    public IReadOnlySet<string> Committee { get; }

    public IReadOnlySet<string> Decision { get; }

    public IReadOnlySet<string> Until { get; }

    public IReadOnlySet<string> ProjectWords { get; }

    /// <summary>The column that a heading of our own files names, word for word.</summary>
    public PartColumn? Own(string heading) => own.TryGetValue(Fold(heading), out var column) ? column : null;

    /// <summary>A heading that is known and says nothing that can be brought in.</summary>
    public bool IsIgnored(string heading) => ignored.Contains(Fold(heading));

    /// <summary>A heading above labels: what is told of one thing stands below it, a field on each row.</summary>
    public bool IsCard(string heading) => cards.Contains(Fold(heading));

    /// <summary>The heading of the column of a card that is in one language.</summary>
    public bool IsLanguage(string heading, out string? tag) => languageHeadings.TryGetValue(Fold(heading), out tag);

    /// <summary>The column that a heading names, word for word, in the language that it may end with.</summary>
    public PartColumn? Column(string heading)
    {
        var folded = Fold(heading);
        if (folded.Length is 0 or > LongestHeading)
        {
            return null;
        }

        if (own.TryGetValue(folded, out var exact))
        {
            return exact;
        }

        var tag = default(string);
        foreach (var (ending, language) in languages)
        {
            if (folded.Length > ending.Length && folded.EndsWith(" " + ending, StringComparison.Ordinal))
            {
                (folded, tag) = (folded[..^(ending.Length + 1)], language);
                break;
            }
        }

        return fields.TryGetValue(folded, out var field) ? new PartColumn(field, field.HasLanguages() ? tag : null) : null;
    }

    /// <summary>A word in the form that is kept, or nothing where it is not known.</summary>
    public string? Word(PartField field, string text) => words[field].GetValueOrDefault(Fold(text));

    /// <summary>The part of a document that a line opens: one of the short lists, <c>milestones</c>, <c>committee</c> or <c>figures</c>.</summary>
    public string? Section(string line)
    {
        var folded = Fold(line);
        if (sections.TryGetValue(folded, out var exact))
        {
            return exact;
        }

        // "… of the commune of …" may follow.
        return folded.Length > LongestHeading ? null : sections
            .Where(section => section.Key.Length >= ShortestPart && folded.StartsWith(section.Key + " ", StringComparison.Ordinal))
            .OrderByDescending(section => section.Key.Length)
            .Select(section => section.Value)
            .FirstOrDefault();
    }

    private static Dictionary<string, string> Words(PartField field, Dictionary<string, string[]> list)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in PartHeadings.Words(field))
        {
            foreach (var name in Language.OfPages.Select(language => PartHeadings.Word(field, word, language)).Append(word).Concat(list[word]))
            {
                known.TryAdd(Fold(name), word);
            }
        }

        return known;
    }

    /// <summary>Some put a space after the conjunction, others do not.</summary>
    private static string Fold(string text) => Folding.Fold(text).Replace(" \u0648 ", " \u0648", StringComparison.Ordinal);

    private static HashSet<string> Folded(IEnumerable<string> words) => [.. words.Select(Fold)];

    private static WordList Read()
    {
        using var stream = typeof(ProgrammeWords).Assembly.GetManifestResourceStream("Platform.Commitments.OpennessProgramme.Import.words.json")!;
        return JsonSerializer.Deserialize<WordList>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record WordList(
        Dictionary<string, string[]> Columns,
        Dictionary<string, string[]> Languages,
        Dictionary<string, Dictionary<string, string[]>> Words,
        Dictionary<string, string[]> Sections,
        string[] Civilities,
        string[] Committee,
        string[] Decision,
        string[] Until,
        string[] Card,
        string[] ProjectWords);
}
