using Platform.Kernel.Communes;

namespace Platform.National.CommuneOffice;

/// <summary>How the state of a commune is said and found.</summary>
internal static class CommuneWords
{
    /// <summary>In the address of the list: communes whose site could not be made, or brought up to date.</summary>
    public const string FailedFilter = "failed";

    public static IReadOnlyList<string> Filters { get; } = ["provisioning", "active", "suspended", "archived", FailedFilter];

    public static bool HasFailed(OfficeCommune commune) => commune is { Error: not null, BeingMade: false } and { State: CommuneState.Provisioning or CommuneState.Active };

    public static bool Matches(OfficeCommune commune, string filter) => filter == FailedFilter
        ? HasFailed(commune)
        : commune.State.ToString().Equals(filter, StringComparison.OrdinalIgnoreCase);

    public static string KeyOf(OfficeCommune commune) =>
        HasFailed(commune) ? "StateFailed" : commune.BeingMade ? "StateProvisioning" : "State" + commune.State;

    public static string BadgeOf(OfficeCommune commune) => commune switch
    {
        _ when HasFailed(commune) => "danger",
        { BeingMade: true } or { State: CommuneState.Provisioning } => "info",
        { State: CommuneState.Active } => "success",
        { State: CommuneState.Suspended } => "warning",
        _ => "neutral",
    };
}
