using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Kernel.Reporting;

/// <summary>A period that communes report to the national level, as DGCT has opened it.</summary>
/// <param name="DueOn">The last day for submitting.</param>
public sealed record ReportingPeriod(Period Period, DateOnly OpensOn, DateOnly DueOn)
{
    /// <summary>A quarter is reported with the months in it.</summary>
    public bool Covers(Period other) => Period.Start <= other.Start && other.End <= Period.End;
}

/// <summary>The periods that are to be reported, the latest first.</summary>
public interface IReportingPeriods
{
    Task<IReadOnlyList<ReportingPeriod>> AllAsync(CancellationToken cancellation);
}

/// <summary>One value entered by hand, as it is submitted.</summary>
/// <param name="Version">Of the value in the commune: both the returned and the corrected one stay visible.</param>
/// <param name="Evidence">How many documents the commune keeps as evidence of it.</param>
public sealed record SubmittedValue(
    string Indicator, string Period, int Version, decimal? Value, decimal? Numerator, decimal? Denominator, LocalizedText Source, LocalizedText? Note, int Evidence);

/// <summary>What a commune sends to have its values of a reporting period accepted: numbers and where they come from, never persons.</summary>
/// <param name="Round">1 for the first submission, one more after each return or reopening.</param>
/// <param name="Reason">Why the commune asks to open again what was accepted; none where values are submitted.</param>
public sealed record SubmissionReport(string Period, int Round, DateTime At, string? Reason, IReadOnlyList<SubmittedValue> Values)
{
    public const string Kind = "submission";
}

/// <summary>Tells the national level that a commune was reminded of a reporting period: how often, never whom.</summary>
/// <param name="Step">Days from the last day for submitting: -3 three days before it, 15 when it is fifteen days late.</param>
/// <param name="Receivers">How many people the mail went to.</param>
public sealed record ReminderReport(string Period, DateOnly DueOn, int Step, DateTime SentAt, int Receivers)
{
    public const string Kind = "reminder";
}

public enum SubmissionDecision
{
    Accepted,
    Returned,

    /// <summary>What was accepted may be changed again.</summary>
    Reopened,
}

/// <summary>What DGCT decided on a submission.</summary>
/// <param name="Comment">What to correct, or why it is opened again; needed unless accepted.</param>
public sealed record SubmissionReview(string Period, int Round, SubmissionDecision Decision, string? Comment, DateTime At);

/// <summary>Receives decisions in the commune of the scope. The same decision twice changes nothing.</summary>
public interface ISubmissionReviews
{
    Task ReceiveAsync(SubmissionReview review, CancellationToken cancellation);
}

/// <summary>Carries a decision into the commune that it is about.</summary>
public interface ISubmissionDelivery
{
    /// <exception cref="Exception">The commune's database does not answer: the decision is kept and delivered with the next national intake.</exception>
    Task DeliverAsync(string slug, SubmissionReview review, CancellationToken cancellation);
}
