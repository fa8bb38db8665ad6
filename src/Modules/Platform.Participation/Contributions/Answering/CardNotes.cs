using System.ComponentModel.DataAnnotations;
using Platform.Kernel.Consulting;

namespace Platform.Participation.Contributions.Answering;

/// <summary>A text for each field of a card.</summary>
internal sealed class CardNotes
{
    [MaxLength(Remark.LongestText)]
    public string? Problem { get; set; }

    [MaxLength(Remark.LongestText)]
    public string? Solutions { get; set; }

    [MaxLength(Remark.LongestText)]
    public string? Funding { get; set; }

    [MaxLength(Remark.LongestText)]
    public string? FollowUpIndicators { get; set; }

    [MaxLength(Remark.LongestText)]
    public string? ImpactIndicators { get; set; }

    [MaxLength(Remark.LongestText)]
    public string? Other { get; set; }

    /// <summary>What was written, in the order of the card.</summary>
    public IEnumerable<(CardField Field, string Text)> Written() =>
        new[]
        {
            (CardField.Problem, Problem), (CardField.Solutions, Solutions), (CardField.Funding, Funding),
            (CardField.FollowUpIndicators, FollowUpIndicators), (CardField.ImpactIndicators, ImpactIndicators), (CardField.Other, Other),
        }.Where(note => note.Item2 is not null).Select(note => (note.Item1, note.Item2!));
}
