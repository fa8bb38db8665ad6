using Platform.Kernel.Text;

namespace Platform.Participation.Contributions.Answering;

/// <summary>What says nearly the same, by the words that two texts share in the form in which texts are searched.</summary>
internal static class LikeIdeas
{
    public const int Shown = 5;

    private const int LeastShared = 2;

    /// <summary>Share of the shorter text's words that the other has too.</summary>
    private const double LeastShare = 0.34;

    // After folding: the article, alone or behind a conjunction or preposition.
    private static readonly string[] Prefixes = ["\u0648\u0627\u0644", "\u0628\u0627\u0644", "\u0641\u0627\u0644", "\u0643\u0627\u0644", "\u0627\u0644", "\u0644\u0644"];

    /// <summary>Those most like it, the likest first; none where nothing is like it.</summary>
    public static IReadOnlyList<T> Among<T>(string text, IEnumerable<T> others, Func<T, string> textOf, int most = Shown) =>
        Among(WordsOf(text), others, other => WordsOf(textOf(other)), most);

    /// <param name="words">As <see cref="WordsOf"/> finds them; so of the others.</param>
    public static IReadOnlyList<T> Among<T>(IReadOnlySet<string> words, IEnumerable<T> others, Func<T, IReadOnlySet<string>> wordsOf, int most = Shown) =>
        [.. others
            .Select(other => (Other: other, Likeness: Likeness(words, wordsOf(other))))
            .Where(pair => pair.Likeness >= LeastShare)
            .OrderByDescending(pair => pair.Likeness)
            .Take(most)
            .Select(pair => pair.Other)];

    private static double Likeness(IReadOnlySet<string> one, IReadOnlySet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared < LeastShared ? 0 : (double)shared / Math.Min(one.Count, other.Count);
    }

    /// <summary>Words that mean something: longer than a preposition, without the article.</summary>
    public static IReadOnlySet<string> WordsOf(string text) => Folding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(Stem).Where(word => word.Length >= (char.IsAscii(word[0]) ? 4 : 3)).ToHashSet(StringComparer.Ordinal);

    private static string Stem(string word)
    {
        var prefix = Prefixes.FirstOrDefault(prefix => word.Length >= prefix.Length + 2 && word.StartsWith(prefix, StringComparison.Ordinal));
        return prefix is null ? word.Length > 4 && char.IsAscii(word[0]) ? word.TrimEnd('s') : word : word[prefix.Length..];
    }
}
