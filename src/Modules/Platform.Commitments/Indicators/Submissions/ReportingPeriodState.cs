using Platform.Kernel.Reporting;

namespace Platform.Commitments.Indicators.Submissions;

/// <summary>A reporting period and how far the commune is with it.</summary>
internal sealed record ReportingPeriodState(ReportingPeriod Reporting, Submission? Submission);
