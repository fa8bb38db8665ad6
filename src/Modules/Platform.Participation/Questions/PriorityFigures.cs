using Platform.Participation.Consultations;

namespace Platform.Participation.Questions;

/// <summary>How important a card or section is to those who put them in order.</summary>
/// <param name="Place">From 1; those with as many points share it. None where so few numbered it that nothing is said.</param>
/// <param name="Points">As many as there are things to order for a first place, one less for each place after it, none where it was left out.</param>
/// <param name="People">How many gave it a number; none where so few left it out that they would be told by it.</param>
internal sealed record PriorityFigure(Matter Matter, int? Place, int? Points, int? People);

/// <summary>The order that a consultation brought about. Of one person one order counts, the first.</summary>
/// <param name="People">How many gave an order; none where so few did that nothing is shown.</param>
/// <param name="Things">How many things there were to put in order, which is the points of a first place.</param>
internal sealed record PriorityFigures(int? People, int Things, IReadOnlyList<PriorityFigure> Order)
{
    /// <summary>What is put in order: the cards; of a text without cards, its parts.</summary>
    public static IReadOnlyList<Matter> ThingsOf(IEnumerable<Matter> matters)
    {
        var heads = matters.Where(matter => matter.ParentKey is null && matter.Kind is MatterKind.Card or MatterKind.Section).OrderBy(matter => matter.Position).ToList();
        return heads.Exists(head => head.Kind == MatterKind.Card) ? heads.FindAll(head => head.Kind == MatterKind.Card) : heads;
    }

    /// <param name="given">How many people gave a rank to a matter, by the matter's row and the rank.</param>
    public static PriorityFigures Of(IReadOnlyList<Matter> things, int people, IReadOnlyDictionary<(int Matter, int Rank), int> given)
    {
        if (people == 0 || SmallGroups.IsSmall(people))
        {
            return new(people == 0 ? 0 : null, things.Count, [.. things.Select(thing => new PriorityFigure(thing, null, null, null))]);
        }

        var rows = things.Select(thing =>
        {
            var ranks = given.Where(pair => pair.Key.Matter == thing.Id).ToList();
            var count = ranks.Sum(pair => pair.Value);
            var points = ranks.Sum(pair => Math.Max(0, things.Count - pair.Key.Rank + 1) * pair.Value);

            // Of two things, points tell how many put it first.
            var told = things.Count <= 2 && ranks.Exists(pair => SmallGroups.IsSmall(pair.Value));
            return (Thing: thing, People: count, Points: points, IsHeld: told || SmallGroups.IsSmall(count));
        }).ToList();
        var shown = rows.Where(row => !row.IsHeld).OrderByDescending(row => row.Points).ThenByDescending(row => row.People).ThenBy(row => row.Thing.Position).ToList();
        return new(
            people, things.Count,
            [
                .. shown.Select(row => new PriorityFigure(row.Thing, shown.FindIndex(other => other.Points == row.Points) + 1, row.Points, SmallGroups.IsSmall(people - row.People) ? null : row.People)),
                .. rows.Where(row => row.IsHeld).Select(row => new PriorityFigure(row.Thing, null, null, null)),
            ]);
    }
}
