using Platform.Kernel.Text;

namespace Platform.Commitments.Indicators;

/// <summary>A step of a qualitative indicator and what it states.</summary>
internal sealed record ScaleStep(decimal Value, LocalizedText Statement);
