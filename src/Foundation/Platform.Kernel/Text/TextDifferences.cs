namespace Platform.Kernel.Text;

public enum DifferenceKind
{
    Unchanged,
    Added,
    Removed,
    Changed,
}

/// <summary>Words that follow each other and share a fate: unchanged, added or removed.</summary>
public sealed record WordRun(DifferenceKind Kind, string Text);

/// <summary>A paragraph of either text. A changed one holds the words of both.</summary>
public sealed record ParagraphDifference(DifferenceKind Kind, IReadOnlyList<WordRun> Runs);

/// <summary>
/// What changed between two texts, as a reader would tell it: whole paragraphs that came or went, and the words within those that stayed alike. Both
/// levels are longest common subsequences.
/// </summary>
public static class TextDifferences
{
    /// <summary>From this share of common words on, two paragraphs are one that was changed.</summary>
    private const double Alike = 0.5;

    /// <summary>Texts whose comparison would take more steps than this are shown as removed and added.</summary>
    private const int MostSteps = 4_000_000;

    public static IReadOnlyList<ParagraphDifference> Compare(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var differences = new List<ParagraphDifference>();
        var (b, a) = (0, 0);
        foreach (var (keptBefore, keptAfter) in Common(before, after).Append((before.Count, after.Count)))
        {
            differences.AddRange(Between(before.Skip(b).Take(keptBefore - b).ToList(), after.Skip(a).Take(keptAfter - a).ToList()));
            if (keptBefore < before.Count)
            {
                differences.Add(Whole(DifferenceKind.Unchanged, before[keptBefore]));
            }

            (b, a) = (keptBefore + 1, keptAfter + 1);
        }

        return differences;
    }

    /// <summary>The words of two paragraphs, in reading order, removed ones before those that replace them.</summary>
    public static IReadOnlyList<WordRun> CompareWords(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (Words(before), Words(after));
        var runs = new List<WordRun>();
        var (b, a) = (0, 0);
        foreach (var (keptBefore, keptAfter) in Common(old, now).Append((old.Length, now.Length)))
        {
            Append(runs, DifferenceKind.Removed, old.AsSpan(b, keptBefore - b));
            Append(runs, DifferenceKind.Added, now.AsSpan(a, keptAfter - a));
            if (keptBefore < old.Length)
            {
                Append(runs, DifferenceKind.Unchanged, old.AsSpan(keptBefore, 1));
            }

            (b, a) = (keptBefore + 1, keptAfter + 1);
        }

        return runs;
    }

    /// <summary>Pairs up what is alike, in order; the rest came or went.</summary>
    private static IEnumerable<ParagraphDifference> Between(List<string> removed, List<string> added)
    {
        var next = 0;
        foreach (var old in removed)
        {
            var match = added.FindIndex(next, candidate => Likeness(old, candidate) >= Alike);
            if (match < 0)
            {
                yield return Whole(DifferenceKind.Removed, old);
                continue;
            }

            for (; next < match; next++)
            {
                yield return Whole(DifferenceKind.Added, added[next]);
            }

            yield return new(DifferenceKind.Changed, CompareWords(old, added[match]));
            next = match + 1;
        }

        foreach (var text in added.Skip(next))
        {
            yield return Whole(DifferenceKind.Added, text);
        }
    }

    private static ParagraphDifference Whole(DifferenceKind kind, string text) => new(kind, [new(kind, text)]);

    /// <summary>Dice's coefficient over words: 1 for the same words, 0 for none in common.</summary>
    private static double Likeness(string one, string other)
    {
        var words = Words(one).GroupBy(word => word, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var total = words.Values.Sum();
        var common = 0;
        foreach (var word in Words(other))
        {
            total++;
            if (words.TryGetValue(word, out var left) && left > 0)
            {
                words[word] = left - 1;
                common++;
            }
        }

        return total == 0 ? 1 : 2d * common / total;
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static void Append(List<WordRun> runs, DifferenceKind kind, ReadOnlySpan<string> words)
    {
        if (words.IsEmpty)
        {
            return;
        }

        var text = string.Join(' ', words);
        if (runs.Count > 0 && runs[^1].Kind == kind)
        {
            runs[^1] = new(kind, runs[^1].Text + " " + text);
        }
        else
        {
            runs.Add(new(kind, text));
        }
    }

    /// <summary>The places of a longest common subsequence in both lists, in order.</summary>
    private static List<(int Before, int After)> Common(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var kept = new List<(int, int)>();
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start])
        {
            kept.Add((start, start));
            start++;
        }

        var (rows, columns) = (before.Count - start, after.Count - start);
        if (rows == 0 || columns == 0 || (long)rows * columns > MostSteps)
        {
            return kept;
        }

        // lengths[i, j]: of the longest subsequence that before[start + i..] and after[start + j..] share.
        var lengths = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                lengths[i, j] = before[start + i] == after[start + j]
                    ? lengths[i + 1, j + 1] + 1
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        for (var (i, j) = (0, 0); i < rows && j < columns;)
        {
            if (before[start + i] == after[start + j])
            {
                kept.Add((start + i++, start + j++));
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return kept;
    }
}
