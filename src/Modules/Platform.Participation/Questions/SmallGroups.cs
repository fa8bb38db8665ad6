using Platform.Participation.Contributions;

namespace Platform.Participation.Questions;

/// <summary>
/// Which figures are held back so that nobody is recognised: those of fewer than <see cref="Participant.SmallGroup"/> people, and those from which such a figure
/// could be worked out.
/// </summary>
internal static class SmallGroups
{
    /// <summary>
    /// Of figures that add up to a total that is shown. What is held back is at least two figures that add up to a group that is not small: from the total no
    /// single one of them follows.
    /// </summary>
    public static IReadOnlyList<bool> HeldBack(IReadOnlyList<int> parts)
    {
        var held = parts.Select(IsSmall).ToArray();
        while (held.Contains(true) && (held.Count(one => one) < 2 || parts.Where((_, at) => held[at]).Sum() < Participant.SmallGroup))
        {
            // The smallest of those that are shown; none is left where all are held back.
            var next = Enumerable.Range(0, held.Length).Where(at => !held[at] && parts[at] > 0).OrderBy(at => parts[at]).Select(at => (int?)at).FirstOrDefault();
            if (next is not { } more)
            {
                break;
            }

            held[more] = true;
        }

        return held;
    }

    /// <summary>Of a figure that others overlap: it is held back too where those who are missing from the total would be few.</summary>
    public static bool IsHeldBack(int part, int total) => IsSmall(part) || IsSmall(total - part);

    public static bool IsSmall(int people) => people is > 0 and < Participant.SmallGroup;
}
