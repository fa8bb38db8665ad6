namespace Platform.Ui;

/// <summary>One period of a trend. No value is a gap, not a zero.</summary>
/// <param name="Label">Short enough for an axis: see <see cref="Formats.ShortPeriod"/>.</param>
public sealed record TrendPoint(string Label, decimal? Value);

/// <summary>How a figure went over time, the oldest point first.</summary>
/// <param name="Unit">What one is: <c>%</c>, <c>pétition</c> (see <see cref="Units"/>). Empty where the title says it.</param>
/// <param name="Target">A line to reach, where there is one.</param>
/// <param name="TargetLabel">What the line is, where "target" is not enough: its date, for example.</param>
public sealed record TrendChart(string Title, string Unit, IReadOnlyList<TrendPoint> Points, decimal? Target = null, string? TargetLabel = null);
