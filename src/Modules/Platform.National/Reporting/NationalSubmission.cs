using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Reporting;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.National.Intake;

namespace Platform.National.Reporting;

/// <summary>Where a commune's submission of a reporting period stands.</summary>
internal enum ReviewState
{
    /// <summary>Waits for DGCT.</summary>
    Received,
    Accepted,
    Returned,

    /// <summary>Accepted, and the commune asks to open it again.</summary>
    ReopeningAsked,
    Reopened,
}

/// <summary>A commune's values of one reporting period, as it submitted them, and what DGCT decided.</summary>
internal sealed class NationalSubmission : IRevised
{
    public const int CommentLength = 2000;

    private readonly List<NationalSubmittedValue> values = [];

    private NationalSubmission()
    {
    }

    public int Id { get; private set; }

    public string CommuneCode { get; private set; } = "";

    public Period Period { get; private set; }

    public int Round { get; private set; }

    public ReviewState State { get; private set; }

    public DateTime SubmittedAt { get; private set; }

    /// <summary>Why the commune asks to open again what was accepted.</summary>
    public string? Reason { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>What DGCT said with its last decision.</summary>
    public string? Comment { get; private set; }

    /// <summary>False while a decision has not reached the commune.</summary>
    public bool Delivered { get; private set; } = true;

    public int Revision { get; private set; }

    /// <summary>The values of every round: what was returned stays visible beside what replaced it.</summary>
    public IReadOnlyList<NationalSubmittedValue> Values => values;

    public static NationalSubmission Of(string communeCode, Period period) => new() { CommuneCode = communeCode, Period = period };

    /// <summary>Takes over what the commune reports; what is known already changes nothing.</summary>
    public void Take(SubmissionReport report)
    {
        if (report.Reason is not null)
        {
            if (report.Round == Round && State == ReviewState.Accepted)
            {
                (State, Reason) = (ReviewState.ReopeningAsked, report.Reason);
            }

            return;
        }

        if (report.Round <= Round)
        {
            return;
        }

        (Round, State, SubmittedAt, Reason) = (report.Round, ReviewState.Received, report.At, null);
        values.AddRange(report.Values.Select(value => NationalSubmittedValue.Of(report.Round, value)));
    }

    /// <summary>Decides. The commune is told by <see cref="ToReview"/>.</summary>
    /// <exception cref="InvalidOperationException">There is nothing to decide in this state.</exception>
    public void Decide(SubmissionDecision decision, string? comment, DateTime at)
    {
        if (!CanDecide(decision))
        {
            throw new InvalidOperationException($"A submission that is {State} cannot be {decision}.");
        }

        State = decision switch
        {
            SubmissionDecision.Accepted => ReviewState.Accepted,
            SubmissionDecision.Returned => ReviewState.Returned,
            _ => ReviewState.Reopened,
        };
        (Comment, DecidedAt, Delivered) = (comment, at, false);
    }

    public bool CanDecide(SubmissionDecision decision) => decision == SubmissionDecision.Reopened
        ? State is ReviewState.Accepted or ReviewState.ReopeningAsked
        : State == ReviewState.Received;

    public SubmissionReview? ToReview() => State switch
    {
        ReviewState.Accepted => new(Period.ToString(), Round, SubmissionDecision.Accepted, Comment, DecidedAt!.Value),
        ReviewState.Returned => new(Period.ToString(), Round, SubmissionDecision.Returned, Comment, DecidedAt!.Value),
        ReviewState.Reopened => new(Period.ToString(), Round, SubmissionDecision.Reopened, Comment, DecidedAt!.Value),
        _ => null,
    };

    public void MarkDelivered() => Delivered = true;
}

/// <summary>One value of one round of a submission.</summary>
internal sealed class NationalSubmittedValue : IImmutable
{
    private NationalSubmittedValue()
    {
    }

    public int Id { get; private set; }

    public int SubmissionId { get; private set; }

    public int Round { get; private set; }

    public string Indicator { get; private set; } = "";

    public Period Period { get; private set; }

    public decimal? Value { get; private set; }

    public decimal? Numerator { get; private set; }

    public decimal? Denominator { get; private set; }

    public LocalizedText Source { get; private set; } = null!;

    public LocalizedText? Note { get; private set; }

    /// <summary>How many documents the commune keeps as evidence.</summary>
    public int Evidence { get; private set; }

    public static NationalSubmittedValue Of(int round, SubmittedValue value) => new()
    {
        Round = round,
        Indicator = value.Indicator,
        Period = Period.Parse(value.Period),
        Value = value.Value,
        Numerator = value.Numerator,
        Denominator = value.Denominator,
        Source = value.Source,
        Note = value.Note,
        Evidence = value.Evidence,
    };
}

internal sealed class NationalSubmissionConfiguration : IEntityTypeConfiguration<NationalSubmission>
{
    public void Configure(EntityTypeBuilder<NationalSubmission> builder)
    {
        builder.ToTable("national_submissions");
        builder.Property(submission => submission.CommuneCode).HasMaxLength(NationalCommune.CodeLength);
        builder.Property(submission => submission.Reason).HasMaxLength(NationalSubmission.CommentLength);
        builder.Property(submission => submission.Comment).HasMaxLength(NationalSubmission.CommentLength);
        builder.HasIndex(submission => new { submission.CommuneCode, submission.Period }).IsUnique();
        builder.HasIndex(submission => new { submission.State, submission.SubmittedAt });
        builder.HasMany(submission => submission.Values).WithOne().HasForeignKey(value => value.SubmissionId);
        builder.Navigation(submission => submission.Values).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasOne<NationalCommune>().WithMany().HasForeignKey(submission => submission.CommuneCode);
    }
}

internal sealed class NationalSubmittedValueConfiguration : IEntityTypeConfiguration<NationalSubmittedValue>
{
    public void Configure(EntityTypeBuilder<NationalSubmittedValue> builder)
    {
        builder.ToTable("national_submitted_values");
        builder.Property(value => value.Indicator).HasMaxLength(NationalSnapshot.IndicatorLength);
    }
}
