using System.Globalization;

namespace Platform.Commitments.Editing;

/// <summary>Rows of a form that can be put in another order and added to without a script: each such button sends the form and gets it back.</summary>
internal static class Rows
{
    /// <summary>A form with more rows than this was not made by hand.</summary>
    public const int Most = 60;

    public const string More = "more";
    public const string Up = "up";
    public const string Down = "down";

    /// <summary>What a button sends: the list, what to do, and with which row.</summary>
    public static string Act(string list, string what, int row = 0) => string.Create(CultureInfo.InvariantCulture, $"{list}:{what}:{row}");

    /// <summary>Does to a list what a button asked for; nothing where another list was meant.</summary>
    public static void Arrange<T>(this List<T> rows, string list, string? act)
        where T : new()
    {
        if (act?.Split(':') is [var own, More, _] && own == list && rows.Count < Most)
        {
            rows.Add(new());
        }

        rows.Shift(list, act);
    }

    /// <summary>Puts a row one place up or down, where a button asked for that.</summary>
    public static void Shift<T>(this List<T> rows, string list, string? act)
    {
        if (act?.Split(':') is not [var name, var what, var at] || name != list || !int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var row))
        {
            return;
        }

        var other = what switch
        {
            Up => row - 1,
            Down => row + 1,
            _ => -1,
        };
        if (row < rows.Count && other >= 0 && other < rows.Count)
        {
            (rows[row], rows[other]) = (rows[other], rows[row]);
        }
    }

    /// <summary>An empty row at the end, to write into.</summary>
    public static List<T> WithRoom<T>(this IEnumerable<T> rows)
        where T : new() => [.. rows, new()];
}

/// <summary>Buttons of a row, for the partial <c>/Editing/_RowButtons.cshtml</c>.</summary>
/// <param name="List">Name of the list in the form.</param>
/// <param name="Row">From 0.</param>
/// <param name="Of">How many rows there are.</param>
/// <param name="What">What the row is, in words: "Objective 2".</param>
internal sealed record RowButtons(string List, int Row, int Of, string What);
