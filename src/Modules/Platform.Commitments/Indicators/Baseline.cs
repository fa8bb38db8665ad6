namespace Platform.Commitments.Indicators;

/// <summary>Where a commune stood when it set out.</summary>
internal sealed record Baseline(decimal Value, DateOnly On);
