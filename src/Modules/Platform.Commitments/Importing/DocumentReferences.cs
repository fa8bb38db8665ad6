using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Kernel.Files;
using Platform.Kernel.Text;

namespace Platform.Commitments.Importing;

/// <summary>
/// Attached documents as rows name them. Rows keep their numbers, a line each; files tell title and address, which leads there and ends in the number. An
/// address of another site is not read as a number of this one: number 12 there is another document.
/// </summary>
/// <param name="address">Of the commune's site.</param>
/// <param name="titles">Of the documents that there are, by their numbers.</param>
internal sealed partial class DocumentReferences(string address, IReadOnlyDictionary<int, LocalizedText> titles)
{
    public static DocumentReferences None { get; } = new("", new Dictionary<int, LocalizedText>());

    /// <summary>Those that are named somewhere in texts of files.</summary>
    public static async Task<DocumentReferences> NamedInAsync(IEnumerable<string> texts, string address, IDocuments documents, CancellationToken cancellation) =>
        new(address, await documents.TitlesAsync([.. texts.SelectMany(LinesOf).Select(line => NumberOf(line, address)).OfType<int>().Distinct()], cancellation));

    /// <summary>As rows keep them.</summary>
    public static string Of(IEnumerable<int> numbers) => string.Join('\n', numbers.Distinct().Order().Select(number => number.ToString(CultureInfo.InvariantCulture)));

    public static string Of(IEnumerable<AttachedDocument> documents) => Of(documents.Select(document => document.Number));

    public static IReadOnlyList<int> NumbersIn(string kept) => [.. LinesOf(kept).Select(line => int.Parse(line, CultureInfo.InvariantCulture))];

    /// <summary>Whether a file names a document that is not attached. One that it leaves out says nothing: the file may be older, or the document not published.</summary>
    public static bool AddsTo(string there, string kept) => NumbersIn(kept).Except(NumbersIn(there)).Any();

    public static string Together(string one, string other) => Of(NumbersIn(one).Concat(NumbersIn(other)));

    /// <summary>As files tell them.</summary>
    public string Shown(string kept, Language language) => string.Join('\n', NumbersIn(kept).Select(number =>
        (titles.TryGetValue(number, out var title) ? title.OnOneLine().In(language) + " " : "") + string.Create(CultureInfo.InvariantCulture, $"{address}/{language.Tag}/documents/{number}")));

    /// <summary>As rows keep them, and the lines that name no document of this site.</summary>
    public (string Kept, IReadOnlyList<string> Elsewhere) Read(string text)
    {
        var (numbers, elsewhere) = (new List<int>(), new List<string>());
        foreach (var line in LinesOf(text))
        {
            if (NumberOf(line, address) is { } number && titles.ContainsKey(number))
            {
                numbers.Add(number);
            }
            else
            {
                elsewhere.Add(line);
            }
        }

        return (Of(numbers), elsewhere);
    }

    private static string[] LinesOf(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A number alone, or the end of an address of this site.</summary>
    private static int? NumberOf(string line, string address)
    {
        var last = line[(line.LastIndexOf(' ') + 1)..];
        var digits = last == line && line.All(char.IsAsciiDigit) ? line
            : last.StartsWith(address + "/", StringComparison.OrdinalIgnoreCase) && Document().Match(last[address.Length..]) is { Success: true } match ? match.Groups[1].Value
            : null;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex(@"^(?:/[a-z]{2,3})?/documents/([0-9]{1,9})/?\z")]
    private static partial Regex Document();
}
