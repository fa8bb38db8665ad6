using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Platform.Ui.Sites;

/// <summary>Which page of a list an address asks for: <c>?p=2</c>, as <see cref="PagerTagHelper"/> writes it.</summary>
public static class PageNumber
{
    /// <summary>No list has so many. What stands before the page asked for can be counted still, so that no database is asked to pass over less than nothing.</summary>
    public const int Last = 1_000_000;

    /// <returns>False where it is no number of a page. Without one the first is meant.</returns>
    public static bool TryRead(IQueryCollection query, out int number)
    {
        ArgumentNullException.ThrowIfNull(query);
        return TryRead(query["p"].ToString(), out number);
    }

    /// <returns>False where it is no number of a page. Without one the first is meant.</returns>
    public static bool TryRead(string? text, out int number)
    {
        number = 1;
        return string.IsNullOrEmpty(text) || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 1 and <= Last);
    }

    /// <summary>How many pages a list has; an empty one has one.</summary>
    public static int PagesOf(int lines, int onPage) => Math.Max(1, (lines + onPage - 1) / onPage);
}
