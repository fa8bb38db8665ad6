using Platform.Kernel.Text;

namespace Platform.Commitments.Indicators;

/// <summary>A step of a qualitative indicator and what it states.</summary>
/// <param name="Value">The step, from the lowest.</param>
/// <param name="Statement">What is true of a commune on this step.</param>
internal sealed record ScaleStep(decimal Value, LocalizedText Statement);
