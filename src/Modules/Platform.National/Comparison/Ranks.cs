namespace Platform.National.Comparison;

/// <summary>Places in a ranking: equal figures share a place, and the next one counts them all (1, 2, 2, 4).</summary>
internal static class Ranks
{
    /// <param name="values">The ranked figures of a page, best first.</param>
    /// <param name="better">How many communes before the page, in the whole selection, are strictly better than its first figure.</param>
    /// <param name="before">How many communes stand before the page.</param>
    public static IReadOnlyList<int> Of(IReadOnlyList<decimal> values, int better, int before)
    {
        var ranks = new int[values.Count];
        for (var i = 0; i < values.Count; i++)
        {
            ranks[i] = i == 0 ? better + 1 : values[i] == values[i - 1] ? ranks[i - 1] : before + i + 1;
        }

        return ranks;
    }
}
