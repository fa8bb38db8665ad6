using System.Globalization;

namespace Platform.Commitments.Evaluations;

/// <summary>Numbers of documents as people count: 2 before 10, and 1.2 before 1.10.</summary>
internal sealed class References : IComparer<string>
{
    public static References InOrder { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = ((x ?? "").Split('.'), (y ?? "").Split('.'));
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var compared = int.TryParse(left[i], NumberStyles.None, CultureInfo.InvariantCulture, out var one) && int.TryParse(right[i], NumberStyles.None, CultureInfo.InvariantCulture, out var other)
                ? one.CompareTo(other)
                : string.CompareOrdinal(left[i], right[i]);
            if (compared != 0)
            {
                return compared;
            }
        }

        return left.Length.CompareTo(right.Length);
    }
}
