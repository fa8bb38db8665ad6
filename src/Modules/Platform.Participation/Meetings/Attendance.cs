using Platform.Participation.Decisions;
using Platform.Participation.Questions;

namespace Platform.Participation.Meetings;

/// <summary>How many came to a meeting, and who among them. A group that was not counted is none, which is not zero.</summary>
/// <param name="Young">Under 35.</param>
/// <param name="Associations">How many associations were there; they are no persons.</param>
internal sealed record Attendance(int People, int? Women, int? Young, int? Disabled, int? Associations)
{
    public const int Most = 100_000;

    /// <summary>
    /// The groups of people as the public sees them, by the key of their word: no figure where so few were, or were not, of a group that one could be
    /// recognised.
    /// </summary>
    public IReadOnlyList<GroupFigure> Groups =>
    [
        .. new[] { (nameof(Women), Women), (nameof(Young), Young), (nameof(Disabled), Disabled) }
            .Where(group => group.Item2 is not null)
            .Select(group => new GroupFigure(group.Item1, SmallGroups.IsHeldBack(group.Item2!.Value, People) ? null : group.Item2)),
    ];
}
