namespace Platform.Commitments.Indicators;

/// <summary>Who defines an indicator.</summary>
internal enum IndicatorLevel
{
    /// <summary>The DGCT library: the same in every commune, reported to the national level.</summary>
    Dgct,

    /// <summary>The commune itself: shown on its own site only.</summary>
    Own,
}
