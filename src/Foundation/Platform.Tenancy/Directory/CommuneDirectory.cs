using System.Globalization;
using System.Text;
using Platform.Kernel.Text;

namespace Platform.Tenancy.Directory;

/// <summary>A commune of the country as the census of 2024 names it.</summary>
/// <param name="RegionCode">The first two digits of the code: 01 to 12.</param>
public sealed record DirectoryEntry(
    string Code, LocalizedText Name, LocalizedText Province, LocalizedText Region, string RegionCode, int Population, string Slug);

/// <summary>
/// The 1,503 communes with their official codes. Source: Haut-Commissariat au Plan, RGPH 2024 (see NOTICE.md). Where two communes share a French
/// name, the slug of each carries its province.
/// </summary>
public static class CommuneDirectory
{
    private static readonly Lazy<IReadOnlyDictionary<string, DirectoryEntry>> Entries = new(Read);

    private static readonly Lazy<IReadOnlyList<(DirectoryEntry Entry, string Words)>> Folded =
        new(() => [.. Entries.Value.Values.Select(entry => (entry, $" {Folding.Fold(entry.Name.Ar)} {Folding.Fold(entry.Name.Fr)}"))]);

    public static IReadOnlyCollection<DirectoryEntry> All => (IReadOnlyCollection<DirectoryEntry>)Entries.Value.Values;

    public static DirectoryEntry? ByCode(string code) => Entries.Value.GetValueOrDefault(code);

    public static DirectoryEntry? BySlug(string slug) => All.FirstOrDefault(entry => entry.Slug == slug);

    /// <summary>By the beginning of an official code, or by words of a name; names of which a word begins so come first.</summary>
    public static IEnumerable<DirectoryEntry> Search(string words, int most)
    {
        var code = words.Trim();
        if (code.Length > 0 && char.IsAsciiDigit(code[0]))
        {
            return All.Where(entry => entry.Code.StartsWith(code, StringComparison.Ordinal)).Take(most);
        }

        var folded = Folding.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return folded.Length == 0
            ? []
            : Folded.Value
                .Where(one => Array.TrueForAll(folded, word => one.Words.Contains(word, StringComparison.Ordinal)))
                .OrderBy(one => Array.TrueForAll(folded, word => one.Words.Contains(" " + word, StringComparison.Ordinal)) ? 0 : 1)
                .ThenByDescending(one => one.Entry.Population)
                .Select(one => one.Entry)
                .Take(most);
    }

    private static Dictionary<string, DirectoryEntry> Read()
    {
        using var stream = typeof(CommuneDirectory).Assembly.GetManifestResourceStream("communes.csv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        reader.ReadLine();
        var rows = new List<string[]>();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            rows.Add(line.Split(','));
        }

        var shared = rows.CountBy(row => Slug(row[1])).Where(count => count.Value > 1).Select(count => count.Key).ToHashSet();
        return rows.ToDictionary(
            row => row[0],
            row => new DirectoryEntry(
                row[0],
                new(row[2], row[1]),
                new(row[4], row[3]),
                new(row[6], row[5]),
                row[0][..2],
                int.Parse(row[7], CultureInfo.InvariantCulture),
                shared.Contains(Slug(row[1])) ? $"{Slug(row[1])}-{Slug(row[3])}" : Slug(row[1])));
    }

    private static string Slug(string french) => Folding.Fold(french).Replace(' ', '-');
}
