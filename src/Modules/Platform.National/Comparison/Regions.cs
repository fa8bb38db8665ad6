namespace Platform.National.Comparison;

/// <summary>The twelve regions of the Kingdom (decree 2-15-40 of 20 February 2015), by the codes of the Haut-Commissariat au Plan.</summary>
internal static class Regions
{
    public static IReadOnlyList<string> Codes { get; } = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];
}
