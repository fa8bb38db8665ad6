namespace Platform.Kernel.Communes;

/// <summary>Where a commune is in its life on the platform.</summary>
public enum CommuneState
{
    /// <summary>Its database is being made: its site answers 503 and says when to come back.</summary>
    Provisioning,

    Active,

    /// <summary>Closed for a time by an operator: 503.</summary>
    Suspended,

    /// <summary>Gone for good: 410. Its data is kept.</summary>
    Archived,
}
