using System.Text.RegularExpressions;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan.Exchange;

/// <summary>
/// An item of a list in a cell: a line in the column of each language, in the same order; a dash where a language has none. An indicator of the library
/// follows its wording in brackets: <c>… [meetings-held]</c>.
/// </summary>
internal sealed partial record PlanItem(LocalizedText Text, string? Code = null)
{
    private const string Nothing = "–";

    public static string Write(IReadOnlyList<PlanItem> items, Func<PlanItem, string?> text, bool codes = false)
    {
        var lines = items.Select(item => Line(text(item)) + (codes ? Mark(text(item), item.Code) : "")).ToList();
        return lines.TrueForAll(line => line == Nothing) ? "" : string.Join('\n', lines);
    }

    public static IReadOnlyList<PlanItem> Read(string ar, string fr, string zgh, bool codes)
    {
        var (arabic, french, amazigh) = (Lines(ar), Lines(fr), Lines(zgh));
        var items = new List<PlanItem>();
        for (var i = 0; i < Math.Max(arabic.Count, Math.Max(french.Count, amazigh.Count)); i++)
        {
            var (text, code) = codes ? Coded(At(arabic, i)) : (At(arabic, i), null);
            var first = text.Length > 0 ? text : At(french, i).Length > 0 ? At(french, i) : At(amazigh, i);
            if (first.Length > 0)
            {
                items.Add(new PlanItem(new LocalizedText(first, At(french, i), At(amazigh, i)), code));
            }
        }

        return items;
    }

    private static string Line(string? text) =>
        string.IsNullOrWhiteSpace(text) ? Nothing : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Brackets of the wording itself are not taken for a code where an empty pair follows.
    private static string Mark(string? text, string? code) => code is not null ? $" [{code}]" : text is not null && CodeAtEnd().IsMatch(text) ? " []" : "";

    private static (string Text, string? Code) Coded(string line)
    {
        var match = CodeAtEnd().Match(line);
        return match.Success && match.Index > 0
            ? (line[..match.Index].TrimEnd(), match.Groups[1].Value is { Length: > 0 } code ? code : null)
            : (line, null);
    }

    private static List<string> Lines(string cell) =>
        cell.Length == 0 ? [] : [.. cell.Split('\n').Select(line => line.Trim()).Select(line => line == Nothing ? "" : line)];

    private static string At(List<string> lines, int index) => index < lines.Count ? lines[index] : "";

    [GeneratedRegex(@"\s*\[([a-z0-9]+(?:-[a-z0-9]+)*)?\]\s*\z")]
    private static partial Regex CodeAtEnd();
}
