using System.Globalization;

namespace Platform.Commitments.Charter.Drafting;

/// <summary>
/// The order of a draft and the numbers that follow from it: sections 1, 2, 3, their parts 2.1, 2.2, commitments after the section that they stand in. People
/// move things; nobody counts.
/// </summary>
internal static class CharterOrder
{
    /// <param name="moved">What changes its place among its like, if anything does.</param>
    /// <param name="step">-1 up, 1 down.</param>
    /// <param name="without">What is being removed.</param>
    /// <returns>False where it is the first or the last already.</returns>
    public static bool Arrange(CharterVersion version, ICharterItem? moved = null, int step = 0, ICharterItem? without = null)
    {
        var stays = true;

        List<T> InOrder<T>(IEnumerable<T> items)
            where T : class, ICharterItem
        {
            var list = items.Where(item => !ReferenceEquals(item, without)).OrderBy(item => item.Position).ToList();
            var from = list.FindIndex(item => ReferenceEquals(item, moved));
            if (from >= 0 && from + step >= 0 && from + step < list.Count && step != 0)
            {
                (list[from], list[from + step]) = (list[from + step], list[from]);
                stays = false;
            }

            return list;
        }

        var position = 0;
        var parents = InOrder(version.Sections.Where(section => section.ParentKey is null || !version.Sections.Exists(other => other.Key == section.ParentKey)));
        for (var i = 0; i < parents.Count; i++)
        {
            var parent = parents[i];
            var number = Number(i + 1);
            parent.Place(null, number, ++position);
            var parts = InOrder(version.Sections.Where(section => section != parent && section.ParentKey == parent.Key));
            for (var j = 0; j < parts.Count; j++)
            {
                parts[j].Place(parent.Key, $"{number}.{Number(j + 1)}", ++position);
            }
        }

        var references = InOrder(version.References);
        references.ForEach(reference => reference.Place(references.IndexOf(reference) + 1));
        var seats = InOrder(version.Seats);
        seats.ForEach(seat => seat.Place(seats.IndexOf(seat) + 1));
        var tasks = InOrder(version.Tasks);
        tasks.ForEach(task => task.Place(tasks.IndexOf(task) + 1));

        position = 0;
        var homeless = parents.Count;
        foreach (var party in Enum.GetValues<CommitmentParty>())
        {
            var commitments = InOrder(version.Commitments.Where(commitment => commitment.Party == party));
            var home = version.Sections.Find(section => section.Key == CharterSection.CommitmentsKey(party) && !ReferenceEquals(section, without));
            var prefix = home?.Number ?? (commitments.Count > 0 ? Number(++homeless) : "");
            for (var i = 0; i < commitments.Count; i++)
            {
                commitments[i].Place($"{prefix}.{Number(i + 1)}", ++position);
            }
        }

        return !stays;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
