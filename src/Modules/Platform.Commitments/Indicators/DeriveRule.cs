namespace Platform.Commitments.Indicators;

/// <summary>How the figure of a quarter or a year comes from the snapshots of its parts.</summary>
internal enum DeriveRule
{
    /// <summary>That of the last part: what is there at the end.</summary>
    Last,

    /// <summary>The sum of all parts.</summary>
    Sum,

    /// <summary>The mean of the parts that have a value.</summary>
    Mean,

    /// <summary>From the summed numerators and denominators of all parts; never a mean of percentages.</summary>
    Recompute,
}
