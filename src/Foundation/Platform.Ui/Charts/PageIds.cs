using Microsoft.AspNetCore.Http;

namespace Platform.Ui;

/// <summary>Ids for elements that refer to each other: unique on the page, and the same each time the page is written.</summary>
internal static class PageIds
{
    private static readonly object Key = new();

    public static string NextId(this HttpContext context)
    {
        var number = context.Items.TryGetValue(Key, out var last) ? (int)last! + 1 : 1;
        context.Items[Key] = number;
        return "c" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
