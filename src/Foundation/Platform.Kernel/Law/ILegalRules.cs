using Platform.Kernel.Text;

namespace Platform.Kernel.Law;

/// <summary>What a threshold or deadline is counted in.</summary>
public enum RuleUnit
{
    Signatures,
    Inhabitants,
    Days,
    WorkingDays,
    Months,
    Years,
}

/// <summary>A threshold or legal deadline as it holds on a day.</summary>
/// <param name="Code">Stable: <c>petition-signatures-small</c>.</param>
/// <param name="From">The first day on which this value holds.</param>
/// <param name="Article">Of the source, where it is known.</param>
/// <param name="Confirmed">False while the figure is to be checked against the Bulletin officiel: whoever shows it says so.</param>
/// <param name="Note">What else has to be known of it.</param>
public sealed record LegalRule(
    string Code, LocalizedText Name, RuleUnit Unit, int Value, DateOnly From, string? Article, LocalizedText Source, bool Confirmed, LocalizedText? Note);

/// <summary>
/// Thresholds and legal deadlines as every room may read them; DGCT keeps them in the national database. A case is judged by what held on its own day: ask
/// with that day, and never with today for something older.
/// </summary>
public interface ILegalRules
{
    /// <returns>None where there is no such rule, or none held on that day.</returns>
    Task<LegalRule?> AsOfAsync(string code, DateOnly day, CancellationToken cancellation);

    /// <summary>Everything that held on a day, by topic.</summary>
    Task<IReadOnlyList<LegalRule>> AllAsOfAsync(DateOnly day, CancellationToken cancellation);
}
