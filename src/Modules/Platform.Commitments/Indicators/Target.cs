using Platform.Kernel.Text;

namespace Platform.Commitments.Indicators;

/// <summary>What a commune means to reach.</summary>
/// <param name="Value">In the indicator's unit.</param>
/// <param name="Due">By when; none where the document names no deadline.</param>
/// <param name="Statement">The document's own words.</param>
internal sealed record Target(decimal Value, DateOnly? Due, LocalizedText? Statement);
