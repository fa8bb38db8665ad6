namespace Platform.Commitments.Indicators;

/// <summary>Where the figure of a snapshot comes from.</summary>
internal enum SnapshotOrigin
{
    /// <summary>Counted by the platform from its own rows.</summary>
    Measured,

    /// <summary>Entered by hand with its source.</summary>
    Manual,

    /// <summary>A quarter or a year, from the snapshots of its parts.</summary>
    Derived,
}
