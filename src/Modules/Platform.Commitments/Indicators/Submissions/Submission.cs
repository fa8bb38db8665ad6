using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Submissions;

/// <summary>The commune's values of one reporting period on their way to being accepted by DGCT. What happened is in its <see cref="SubmissionStep"/>s.</summary>
internal sealed class Submission : IRevised
{
    private readonly List<SubmissionStep> steps = [];

    private Submission()
    {
    }

    public int Id { get; private set; }

    public Period Period { get; private set; }

    public SubmissionState State { get; private set; }

    /// <summary>One more with each submission.</summary>
    public int Round { get; private set; }

    public int Revision { get; private set; }

    public IReadOnlyList<SubmissionStep> Steps => steps;

    public bool IsLocked => State is SubmissionState.Submitted or SubmissionState.Accepted or SubmissionState.ReopeningAsked;

    public static Submission Of(Period period, DateTime at, string by)
    {
        var submission = new Submission { Period = period };
        submission.Submit(at, by);
        return submission;
    }

    /// <exception cref="InvalidOperationException">The values are with DGCT or accepted.</exception>
    public void Submit(DateTime at, string by)
    {
        if (Round > 0 && IsLocked)
        {
            throw new InvalidOperationException($"The values of {Period} are locked.");
        }

        Round++;
        Step(SubmissionState.Submitted, at, by, null);
    }

    public void AskReopening(DateTime at, string by, string reason)
    {
        if (State != SubmissionState.Accepted)
        {
            throw new InvalidOperationException($"The values of {Period} are not accepted: there is nothing to open again.");
        }

        Step(SubmissionState.ReopeningAsked, at, by, reason);
    }

    /// <summary>Takes over what DGCT decided.</summary>
    /// <returns>False where it is known already or speaks of an earlier round.</returns>
    public bool Take(SubmissionState decided, int round, DateTime at, string by, string? comment)
    {
        var possible = decided switch
        {
            SubmissionState.Accepted or SubmissionState.Returned => State == SubmissionState.Submitted,
            SubmissionState.Reopened => State is SubmissionState.Accepted or SubmissionState.ReopeningAsked,
            _ => false,
        };
        if (round != Round || !possible)
        {
            return false;
        }

        Step(decided, at, by, comment);
        return true;
    }

    private void Step(SubmissionState state, DateTime at, string by, string? comment)
    {
        State = state;
        steps.Add(SubmissionStep.Of(Round, state, at, by, comment));
    }
}

/// <summary>One step on the way: who did what and why.</summary>
internal sealed class SubmissionStep : IImmutable
{
    public const int ByLength = 120;
    public const int CommentLength = 2000;

    private SubmissionStep()
    {
    }

    public int Id { get; private set; }

    public int SubmissionId { get; private set; }

    public int Round { get; private set; }

    public SubmissionState State { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>A function: <c>focal-point</c>, <c>dgct</c>.</summary>
    public string By { get; private set; } = "";

    public string? Comment { get; private set; }

    public static SubmissionStep Of(int round, SubmissionState state, DateTime at, string by, string? comment) =>
        new() { Round = round, State = state, At = at, By = by, Comment = comment };
}

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.ToTable("indicator_submissions");
        builder.HasIndex(submission => submission.Period).IsUnique();
        builder.HasMany(submission => submission.Steps).WithOne().HasForeignKey(step => step.SubmissionId);
        builder.Navigation(submission => submission.Steps).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class SubmissionStepConfiguration : IEntityTypeConfiguration<SubmissionStep>
{
    public void Configure(EntityTypeBuilder<SubmissionStep> builder)
    {
        builder.ToTable("indicator_submission_steps");
        builder.Property(step => step.By).HasMaxLength(SubmissionStep.ByLength);
        builder.Property(step => step.Comment).HasMaxLength(SubmissionStep.CommentLength);
    }
}
