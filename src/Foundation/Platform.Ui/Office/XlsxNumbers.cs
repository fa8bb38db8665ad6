using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Ui.Office;

/// <summary>Figures of a workbook as text: a day, a share or a plain figure, as the format of the cell says.</summary>
/// <param name="formats">The format of each cell style, by its place.</param>
/// <param name="from1904">Days are counted from 1904, as on older Macs.</param>
internal sealed partial class XlsxNumbers(IReadOnlyList<string> formats, bool from1904)
{
    private const int DaysTo1904 = 1462;
    private const double LastDay = 2958465.99999;

    /// <summary>The formats that need not be written down because every program knows them, as far as they matter here.</summary>
    public static string BuiltIn(int id) => id switch
    {
        9 => "0%",
        10 => "0.00%",
        (>= 14 and <= 17) or (>= 27 and <= 36) or (>= 50 and <= 58) => "yyyy-mm-dd",
        22 => "yyyy-mm-dd hh:mm",
        (>= 18 and <= 21) or (>= 45 and <= 47) => "hh:mm",
        _ => "",
    };

    public string Show(string value, int style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return value;
        }

        var format = style >= 0 && style < formats.Count ? Letters(formats[style]) : "";
        if (format.Contains('%', StringComparison.Ordinal))
        {
            return Plain(number * 100) + "%";
        }

        var isDay = format.AsSpan().IndexOfAny("yd") >= 0 || (format.Contains('m', StringComparison.Ordinal) && !format.Contains('h', StringComparison.Ordinal) && !format.Contains('s', StringComparison.Ordinal));
        var isTime = format.Contains('h', StringComparison.Ordinal);
        if (number < 0 || number > LastDay || !(isDay || isTime))
        {
            return Exact(value) ?? Plain(number);
        }

        var moment = DateTime.FromOADate(number + (from1904 ? DaysTo1904 : 0));
        return isDay
            ? moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : moment.ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>Excel writes 17 digits of 0.1; people mean 15 of them.</summary>
    private static string Plain(double number) =>
        Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.################", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A figure that is written with no more digits than a person gives is taken as it stands.</summary>
    private static string? Exact(string value) => Short().IsMatch(value) && value.Count(char.IsAsciiDigit) <= 15 ? value : null;

    /// <summary>The format without what is shown as it stands: texts in quotes, colours and languages in brackets, escaped letters.</summary>
    private static string Letters(string format) => Aside().Replace(format, "").ToLowerInvariant();

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.|General", RegexOptions.IgnoreCase)]
    private static partial Regex Aside();

    [GeneratedRegex(@"^-?\d+(\.\d+)?\z")]
    private static partial Regex Short();
}
