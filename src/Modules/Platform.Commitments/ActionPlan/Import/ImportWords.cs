using System.Text.Json;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>
/// The words by which documents of communes call things, from <c>words.json</c>, folded; and every heading and word of our own files in both languages.
/// </summary>
internal sealed class ImportWords
{
    private const int LongestHeading = 90;

    private readonly Dictionary<string, PlanColumn> own = [];
    private readonly Dictionary<string, PlanField> fields = [];
    private readonly HashSet<string> ignored = [];
    private readonly List<(string Words, string Tag)> languages = [];

    private ImportWords(WordList list)
    {
        foreach (var language in Language.OfPages)
        {
            foreach (var column in PlanColumns.All)
            {
                own.TryAdd(Folding.Fold(PlanHeadings.Of(column, language)), column);
            }
        }

        foreach (var (key, words) in list.Columns)
        {
            foreach (var word in words)
            {
                fields.TryAdd(Folding.Fold(word), Enum.Parse<PlanField>(key, ignoreCase: true));
            }
        }

        ignored = Folded(list.Ignored.Concat(Language.OfPages.SelectMany(language => PlanHeadings.OfOwnAccord(language))));
        languages = [.. list.Languages.SelectMany(language => language.Value.Select(word => (Folding.Fold(word), language.Key)))];
        Statuses = Values<ActivityStatus>(list.Statuses, PlanHeadings.Of);
        Origins = Values<ActivityOrigin>(list.Origins, PlanHeadings.Of);
        Steps = Enum.GetValues<WayKind>().SelectMany(step => Language.OfPages.Select(language => PlanHeadings.Of(step, language)).Append(MachineWord.Of(step)).Select(word => (Folding.Fold(word), step)))
            .DistinctBy(pair => pair.Item1).ToDictionary();
        Priorities = list.Priorities.SelectMany(priority => priority.Value.Select(word => (Folding.Fold(word), int.Parse(priority.Key, System.Globalization.CultureInfo.InvariantCulture))))
            .ToDictionary();
        Months = Indexed(list.Months);
        Ordinals = Indexed(list.Ordinals);
        AxisWords = Folded(list.AxisWords);
        Objectives = Folded(list.Labels["objectives"]);
        Activities = Folded(list.Labels["activities"]);
        Success = Folded(list.Labels["success"]);
        IndicatorStarts = Folded(list.IndicatorStarts);
        Totals = Folded(list.Totals);
        Currency = Folded(list.Currency);
    }

    public static ImportWords Known { get; } = new(Read());

    public IReadOnlyDictionary<string, ActivityStatus> Statuses { get; }

    public IReadOnlyDictionary<string, ActivityOrigin> Origins { get; }

    /// <summary>Steps on the way of a plan, as our own files name them.</summary>
    public IReadOnlyDictionary<string, WayKind> Steps { get; }

    public IReadOnlyDictionary<string, int> Priorities { get; }

    /// <summary>1 to 12.</summary>
    public IReadOnlyDictionary<string, int> Months { get; }

    /// <summary>The first axis, the second axis …</summary>
    public IReadOnlyDictionary<string, int> Ordinals { get; }

    public IReadOnlySet<string> AxisWords { get; }

    public IReadOnlySet<string> Objectives { get; }

    public IReadOnlySet<string> Activities { get; }

    public IReadOnlySet<string> Success { get; }

    public IReadOnlySet<string> IndicatorStarts { get; }

    public IReadOnlySet<string> Totals { get; }

    public IReadOnlySet<string> Currency { get; }

    /// <summary>The column that a heading of our own files names, word for word.</summary>
    public PlanColumn? Own(string heading) => own.TryGetValue(Folding.Fold(heading), out var column) ? column : null;

    /// <summary>A heading that is known and says nothing that can be brought in.</summary>
    public bool IsIgnored(string heading) => ignored.Contains(Folding.Fold(heading));

    /// <summary>A heading that is known word for word, and not only by a word in it.</summary>
    public bool IsCertain(string heading) => Folding.Fold(heading) is var folded && (own.ContainsKey(folded) || fields.ContainsKey(folded));

    /// <summary>The column that a heading names: word for word, or the longest known name that it begins with or holds.</summary>
    public PlanColumn? Column(string heading)
    {
        var folded = Folding.Fold(heading);
        if (folded.Length is 0 or > LongestHeading)
        {
            return null;
        }

        if (own.TryGetValue(folded, out var exact))
        {
            return exact;
        }

        var tag = default(string);
        foreach (var (words, language) in languages)
        {
            if (folded.Length > words.Length && folded.EndsWith(" " + words, StringComparison.Ordinal))
            {
                (folded, tag) = (folded[..^(words.Length + 1)], language);
                break;
            }
        }

        if (Field(folded) is not { } field)
        {
            return null;
        }

        return new PlanColumn(field, field.HasLanguages() ? tag : null);
    }

    private PlanField? Field(string folded)
    {
        if (fields.TryGetValue(folded, out var exact))
        {
            return exact;
        }

        var best = fields.Keys
            .Where(word => word.Length > 3 && $" {folded} ".Contains($" {word} ", StringComparison.Ordinal))
            .OrderByDescending(word => folded.StartsWith(word, StringComparison.Ordinal))
            .ThenByDescending(word => word.Length)
            .FirstOrDefault();
        return best is null ? null : fields[best];
    }

    private static Dictionary<string, T> Values<T>(Dictionary<string, string[]> words, Func<T, Language, string> heading)
        where T : struct, Enum
    {
        var known = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var value in Enum.GetValues<T>())
        {
            var name = MachineWord.Of(value);
            foreach (var word in words[name].Append(name).Concat(Language.OfPages.Select(language => heading(value, language))))
            {
                known.TryAdd(Folding.Fold(word), value);
            }
        }

        return known;
    }

    private static Dictionary<string, int> Indexed(string[][] lists)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < lists.Length; i++)
        {
            foreach (var word in lists[i])
            {
                known.TryAdd(Folding.Fold(word), i + 1);
            }
        }

        return known;
    }

    private static HashSet<string> Folded(IEnumerable<string> words) => [.. words.Select(Folding.Fold)];

    private static WordList Read()
    {
        using var stream = typeof(ImportWords).Assembly.GetManifestResourceStream("Platform.Commitments.ActionPlan.Import.words.json")!;
        return JsonSerializer.Deserialize<WordList>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record WordList(
        Dictionary<string, string[]> Columns,
        string[] Ignored,
        Dictionary<string, string[]> Languages,
        Dictionary<string, string[]> Statuses,
        Dictionary<string, string[]> Origins,
        Dictionary<string, string[]> Priorities,
        string[][] Months,
        string[] AxisWords,
        string[][] Ordinals,
        Dictionary<string, string[]> Labels,
        string[] IndicatorStarts,
        string[] Totals,
        string[] Currency);
}
