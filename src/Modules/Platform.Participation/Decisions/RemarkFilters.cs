using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Participation.Consultations;
using Platform.Participation.Decisions.Sorting;

namespace Platform.Participation.Decisions;

/// <param name="Address">Where the list is.</param>
/// <param name="Desk">Whether what only the team sees can be chosen too.</param>
internal sealed record RemarkFilters(RemarkFilter Filter, IReadOnlyList<Matter> Matters, string Address, bool Desk)
{
    /// <summary>The team's; to the public, of a round that is reported.</summary>
    public IReadOnlyList<Theme> Themes { get; init; } = [];

    /// <summary>Who can look after remarks, to choose from: at the desk.</summary>
    public IReadOnlyList<SelectListItem> Hands { get; init; } = [];
}
