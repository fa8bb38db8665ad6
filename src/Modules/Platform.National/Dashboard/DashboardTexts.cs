namespace Platform.National.Dashboard;

/// <summary>Names the texts of the dashboard.</summary>
internal sealed class DashboardTexts;
