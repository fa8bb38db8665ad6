using System.Globalization;
using System.Text;

namespace Platform.Ui.Office;

/// <summary>
/// Text with columns, as Excel, LibreOffice and people write it: in UTF-8, UTF-16 or the Arabic code page of Windows (which holds the French accents
/// too), with commas, semicolons or tabs.
/// </summary>
internal static class CsvReader
{
    private const int ArabicOfWindows = 1256;
    private const int Sampled = 50;
    private const char EndOfFile = '\u001A';
    private static readonly char[] Delimiters = ['\t', ';', ',', '|'];

    public static SheetTable Read(byte[] file)
    {
        var text = Decode(file);
        if (text.Any(IsOfNoText))
        {
            throw new OfficeRefusedException(OfficeRefusal.UnknownType);
        }

        var budget = new OfficeBudget();
        budget.Text(text.Length);
        var (delimiter, from) = Delimiter(text);
        var rows = new List<SheetRow>();
        var number = from > 0 ? 1 : 0;
        foreach (var record in Records(text, from, delimiter))
        {
            number++;
            if (record.TrueForAll(cell => cell.Length == 0))
            {
                continue;
            }

            budget.Row();
            OfficeBudget.Column(record.Count - 1);
            rows.Add(new SheetRow(number, record.ConvertAll(cell => new SheetCell(Disarmed(cell)))));
        }

        return rows.Count == 0 ? throw new OfficeRefusedException(OfficeRefusal.Empty) : new SheetTable(null, 1, rows);
    }

    /// <summary>What pictures and programs hold and texts do not. The end-of-file mark of DOS, vertical tabs and page ends are in some.</summary>
    private static bool IsOfNoText(char c) =>
        c is < ' ' and not ('\r' or '\n' or '\t' or '\v' or '\f' or EndOfFile) || c == '\uFFFD'
        || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OtherNotAssigned;

    internal static string Decode(byte[] file)
    {
        ReadOnlySpan<byte> bytes = file;
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            return Encoding.UTF8.GetString(bytes[3..]);
        }

        if (bytes.StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        return WithoutMark(file);
    }

    private static string WithoutMark(byte[] file)
    {
        // Delimiters, digits and line ends are a zero byte and a letter in UTF-16, and texts of other encodings hold no zero at all.
        var (even, odd) = (0, 0);
        for (var i = 0; i < file.Length; i++)
        {
            if (file[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        if (even + odd > 0)
        {
            var (rare, usual) = (Math.Min(even, odd), Math.Max(even, odd));
            return file.Length % 2 == 0 && usual >= file.Length / 50 && usual >= rare * 10
                ? (odd > even ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(file)
                : throw new OfficeRefusedException(OfficeRefusal.UnknownType);
        }

        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(ArabicOfWindows)!.GetString(file);
        }
    }

    /// <summary>The one that cuts most rows into the same number of columns; or the one that the file names itself, as Excel reads it.</summary>
    private static (char Delimiter, int From) Delimiter(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text[5] is '\r' or '\n')
        {
            return (text[4], text.IndexOf('\n', StringComparison.Ordinal) + 1);
        }

        var best = (Delimiter: ',', Score: 0);
        foreach (var candidate in Delimiters)
        {
            var counts = Records(text, 0, candidate).Take(Sampled).Select(record => record.Count).ToList();
            var usual = counts.Where(count => count > 1).GroupBy(count => count).MaxBy(group => (group.Count(), group.Key));
            var score = usual is null ? 0 : (usual.Count() * 1000 / counts.Count * 10) + Math.Min(usual.Key, 9);
            if (score > best.Score)
            {
                best = (candidate, score);
            }
        }

        return (best.Delimiter, 0);
    }

    private static IEnumerable<List<string>> Records(string text, int from, char delimiter)
    {
        var (record, cell, quoted, started) = (new List<string>(), new StringBuilder(), false, false);
        for (var i = from; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(text[++i]);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && !started)
            {
                (quoted, started) = (true, true);
            }
            else if (c == delimiter)
            {
                record.Add(Take(cell));
                started = false;
            }
            else if (c is '\r' or '\n')
            {
                i += c == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                record.Add(Take(cell));
                yield return record;
                (record, started) = ([], false);
            }
            else if (c != EndOfFile)
            {
                cell.Append(c);
                started = true;
            }
        }

        if (record.Count > 0 || cell.Length > 0)
        {
            record.Add(Take(cell));
            yield return record;
        }
    }

    private static string Take(StringBuilder cell)
    {
        var text = cell.ToString().ReplaceLineEndings("\n");
        cell.Clear();
        return text;
    }

    /// <summary>Takes off the apostrophe that <see cref="CsvFile"/> puts before what looks like a formula.</summary>
    private static string Disarmed(string text) => text is ['\'', .. var bare] && CsvFile.LooksLikeFormula(bare) ? bare : text;
}
