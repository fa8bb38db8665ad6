namespace Platform.Commitments.Indicators.Tracking;

/// <summary>How an indicator stands towards its target. No target, no colour.</summary>
internal enum Track
{
    OnTrack,
    AtRisk,
    OffTrack,
}

/// <summary>A judgement with what it was made of, so that it can be said in words beside its colour.</summary>
/// <param name="Value">What was compared: the latest value, or the sum since the start for what is counted as it happens.</param>
/// <param name="Expected">What should have been reached by that day; none where there is no due date to prorate by.</param>
/// <param name="AsOf">The last day of the period that was judged.</param>
/// <param name="Start">Value and day that the line to the target begins at.</param>
/// <param name="Reached">The target itself is reached.</param>
internal sealed record TrackResult(Track Track, decimal Value, decimal? Expected, DateOnly AsOf, Baseline Start, bool Reached, bool PastDue);
