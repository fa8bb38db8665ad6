using Platform.Participation.Consultations;

namespace Platform.Participation.Decisions;

/// <param name="Address">Where the list is.</param>
/// <param name="Desk">Whether what only the team sees can be chosen too.</param>
internal sealed record RemarkFilters(RemarkFilter Filter, IReadOnlyList<Matter> Matters, string Address, bool Desk);
