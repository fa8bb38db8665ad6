using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Platform.Ui;

/// <summary>
/// Rows as RFC 4180 with a byte order mark, so that spreadsheets read Arabic. Figures and dates are written as machines read them. A text that a
/// spreadsheet would take for a formula gets an apostrophe in front, and one that already has it a second one: reading takes one off.
/// </summary>
public static partial class CsvFile
{
    /// <summary>Full-width ones too: some spreadsheets take them for the others.</summary>
    private const string FormulaStarts = "=+-@\uff1d\uff0b\uff0d\uff20";

    private const string Decimals = "0.############################";

    public static async Task WriteAsync(
        Stream stream, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Line(header).AsMemory(), cancellation);
        foreach (var row in rows)
        {
            await writer.WriteLineAsync(Line(row).AsMemory(), cancellation);
        }
    }

    /// <summary>Rows alone, to go on with what was begun.</summary>
    public static async Task WriteRowsAsync(Stream stream, IEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
        foreach (var row in rows)
        {
            await writer.WriteLineAsync(Line(row).AsMemory(), cancellation);
        }
    }

    internal static string Line(IReadOnlyList<object?> cells) => string.Join(',', cells.Select(Cell));

    internal static string Cell(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        DateOnly day => Formats.Machine(day),
        DateTime instant => Formats.Machine(instant),

        // SQL Server gives every figure with all the decimals of its column, SQLite without.
        decimal figure => figure.ToString(Decimals, CultureInfo.InvariantCulture),
        IFormattable number when Cells.IsNumber(value) => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quoted(Guarded(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")),
    };

    private static string Guarded(string text) => LooksLikeFormula(text) && !PlainNumber().IsMatch(text) ? "'" + text : text;

    /// <summary>White space in front hides nothing: a spreadsheet may pass over it. Nor do apostrophes: one more keeps those that were there.</summary>
    internal static bool LooksLikeFormula(string text)
    {
        var bare = text.TrimStart('\'');
        return bare is ['\t' or '\r' or '\n', ..] || (bare.TrimStart() is [var first, ..] && FormulaStarts.Contains(first, StringComparison.Ordinal));
    }

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") >= 0 || text != text.Trim() ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    [GeneratedRegex(@"^[+-]?\d+([.,]\d+)?\z")]
    private static partial Regex PlainNumber();
}

/// <summary>A CSV file as the answer of a page handler or of an endpoint.</summary>
public static class Csv
{
    public static FileAnswer Result(string fileName, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<object?>> rows) =>
        Result(fileName, (stream, cancellation) => CsvFile.WriteAsync(stream, header, rows, cancellation));

    /// <summary>A file that is longer than what should be held at once: <paramref name="write"/> reads and writes it piece by piece.</summary>
    public static FileAnswer Result(string fileName, Func<Stream, CancellationToken, Task> write) => new(fileName, "text/csv; charset=utf-8", write);
}

/// <summary>What the cells of an export can hold.</summary>
internal static class Cells
{
    public static bool IsNumber(object? value) =>
        value is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal;

    /// <summary>Without the characters that XML cannot hold.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
        }

        return clean.ToString();
    }
}
