namespace Platform.Composition.Jobs;

/// <summary>Jobs that the composition room itself speaks of; rooms offer them, and can offer more.</summary>
internal static class JobNames
{
    public const string MonthlySnapshot = "monthly-snapshot";
    public const string NationalIntake = "national-intake";
    public const string NightlyMaintenance = "nightly-maintenance";
}
