namespace Platform.Benchmarks;

/// <summary>A line of the report.</summary>
/// <param name="Ratio">The figure itself, as text.</param>
/// <param name="Basis">What both sides were, in absolute terms.</param>
/// <param name="Held">Whether the goal is reached; none where there is no goal.</param>
internal sealed record Row(string What, string Basis, string Ratio, string Goal, bool? Held);
