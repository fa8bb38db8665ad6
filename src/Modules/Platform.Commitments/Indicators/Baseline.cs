namespace Platform.Commitments.Indicators;

/// <summary>Where a commune stood when it set out.</summary>
/// <param name="Value">In the indicator's unit.</param>
/// <param name="On">The day that it was so.</param>
internal sealed record Baseline(decimal Value, DateOnly On);
