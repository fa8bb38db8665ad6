using Platform.Commitments.Indicators.Figures;
using Platform.Commitments.Indicators.Tracking;

namespace Platform.Commitments.Indicators;

/// <summary>An indicator in a list.</summary>
/// <param name="Parts">Its recent figures, the latest version of each period of its own periodicity, in order of time.</param>
/// <param name="MeasuredAt">When the latest one was taken.</param>
internal sealed record ListedIndicator(Indicator Indicator, IReadOnlyList<Part> Parts, DateTime? MeasuredAt, TrackResult? Track)
{
    /// <summary>What the commune has set aside is shown only where figures were taken of it.</summary>
    public bool IsShown => !Indicator.SetAside || Parts.Count > 0;

    public Part? Latest => Parts.Count == 0 ? null : Parts[^1];
}
