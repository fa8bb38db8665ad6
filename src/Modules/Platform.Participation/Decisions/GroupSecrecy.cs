using Platform.Participation.Contributions;
using Platform.Participation.Questions;

namespace Platform.Participation.Decisions;

/// <summary>
/// Keeps figures of groups from telling who one person is. Whoever reads them knows the total and every number that is shown, takes one from the other and has what
/// is left for the groups whose number is not: these are therefore several, together no small group, and more people than groups.
/// </summary>
internal static class GroupSecrecy
{
    private const string Untold = "_Untold";
    private const string Association = "Participant_" + nameof(ParticipantKind.Association);

    /// <summary>Groups in their order, without those that nobody belongs to. Where even all of them together would tell, nothing is said of any.</summary>
    public static IReadOnlyList<GroupFigure> Suppress(IReadOnlyList<(string Key, int Count)> groups)
    {
        var there = groups.Where(group => group.Count > 0).ToList();
        if (Hidden(there) is not { } hidden)
        {
            return [];
        }

        return [.. there.Select(group => new GroupFigure(group.Key, hidden.Contains(group.Key) ? null : group.Count))];
    }

    /// <summary>Whether the number of some groups together can be shown beside the groups as <see cref="Suppress"/> shows them.</summary>
    public static bool MayTell(IReadOnlyList<(string Key, int Count)> groups, Func<string, bool> among)
    {
        var there = groups.Where(group => group.Count > 0).ToList();
        return Hidden(there) is { } hidden && IsKept(hidden, isAmong: true) && IsKept(hidden, isAmong: false);

        bool IsKept(IReadOnlyCollection<string> hidden, bool isAmong)
        {
            var left = there.Where(group => hidden.Contains(group.Key) && among(group.Key) == isAmong).Select(group => group.Count).ToList();
            return left.Count == 0 || Hides(left);
        }
    }

    /// <summary>
    /// How many of those who told belong to some groups; where nobody did, it is nobody of them. None where nobody told, or where the number of a small group would follow
    /// from it.
    /// </summary>
    public static (int Members, int Of)? Share(IReadOnlyList<(string Key, int Count)> groups, Func<string, bool> among)
    {
        var told = groups.Where(group => IsTold(group.Key)).ToList();
        return told.Sum(group => group.Count) is > 0 and var of && MayTell(groups, IsTold) && MayTell(groups, among)
            ? (told.Where(group => among(group.Key)).Sum(group => group.Count), of)
            : null;
    }

    /// <summary>How many associations spoke, as far as the groups by quality tell it.</summary>
    public static int? AssociationsIn(IReadOnlyList<GroupFigure> kinds, int participants) =>
        kinds.Count == 0 && participants > 0 ? null : kinds.FirstOrDefault(group => group.Key == Association) is { } told ? told.Count : 0;

    /// <summary>Cards of paper come from people of one quality. Where a quality has no number, few people online, or few on paper, would be one.</summary>
    public static int? OnPaperBeside(IReadOnlyList<GroupFigure> kinds, int participants, int onPaper) =>
        kinds.All(group => group.Count is not null) && (kinds.Count > 0 || participants == 0) || !SmallGroups.IsHeldBack(onPaper, participants) ? onPaper : null;

    /// <returns>The groups whose number is not shown; none where not even that would hide them.</returns>
    private static HashSet<string>? Hidden(List<(string Key, int Count)> groups)
    {
        var hidden = groups.Where(group => IsOfPersons(group.Key) && SmallGroups.IsSmall(group.Count)).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        while (hidden.Count > 0 && !Hides([.. groups.Where(group => hidden.Contains(group.Key)).Select(group => group.Count)]))
        {
            // The smallest of the others; associations, which speak in public, as the last.
            if (groups.Where(group => !hidden.Contains(group.Key)).OrderBy(group => group.Key == Association).ThenBy(group => group.Count).Select(group => group.Key).FirstOrDefault() is not { } next)
            {
                return null;
            }

            hidden.Add(next);
        }

        return hidden;
    }

    /// <summary>Each of them has somebody, so that as many people as groups would be one in each.</summary>
    private static bool Hides(List<int> parts) => parts.Count > 1 && parts.Sum() >= Participant.SmallGroup && parts.Sum() > parts.Count;

    /// <summary>Who did not tell is no group, and an association no person.</summary>
    private static bool IsOfPersons(string key) => key != Association && IsTold(key);

    private static bool IsTold(string key) => !key.EndsWith(Untold, StringComparison.Ordinal);
}
