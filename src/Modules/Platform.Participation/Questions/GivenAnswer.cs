using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;

namespace Platform.Participation.Questions;

/// <summary>
/// What somebody answered to one question; of several choices, one row for each. It is shown to nobody but its sender: the public reads figures, and words only
/// once the team has read them, without their author and in no order that tells when they came.
/// </summary>
internal sealed class GivenAnswer : IArriving
{
    private GivenAnswer()
    {
    }

    public int Id { get; private set; }

    public int ConsultationId { get; private set; }

    public int ContributionId { get; private set; }

    public Contribution Contribution { get; private set; } = null!;

    public int QuestionId { get; private set; }

    public Question Question { get; private set; } = null!;

    /// <summary>Number of the option, figure on the scale, or number of the neighbourhood.</summary>
    public int? Choice { get; private set; }

    /// <summary>In the person's words, cleaned of what a reader cannot see.</summary>
    public string? Text { get; private set; }

    /// <summary>Words wait until somebody has read them, whatever the consultation says of remarks; figures do not.</summary>
    public RemarkState State { get; private set; }

    public HoldReason? HeldFor { get; private set; }

    /// <summary>In the moderator's words, told to the author.</summary>
    public string? HeldNote { get; private set; }

    /// <summary>
    /// When its whole sheet was left out of the figures, UTC: what one act left out is brought back by one act. Without a reason (<see cref="HeldFor"/>) nobody left
    /// it out: it arrived without the work that its consultation asks browsers for, and the team has not let it in yet.
    /// </summary>
    public DateTime? LeftOutAt { get; private set; }

    /// <summary>By chance: the order in which words are shown.</summary>
    public int Shuffle { get; private set; }

    public static GivenAnswer Of(Consultation consultation, Given given)
    {
        if (given.Text?.Length > Remark.LongestText)
        {
            throw new ArgumentException($"An answer has at most {Remark.LongestText} characters.", nameof(given));
        }

        var answer = new GivenAnswer
        {
            ConsultationId = consultation.Id,
            QuestionId = given.Question.Id,
            Choice = given.Choice,
            Text = given.Text,
            State = given.Text is null ? RemarkState.Shown : RemarkState.Waiting,
            Shuffle = Random.Shared.Next(),
        };
        if (given.Question.Id == 0)
        {
            answer.Question = given.Question;
        }

        return answer;
    }

    /// <summary>Figures that move by five people need not follow at once, and words wait to be read.</summary>
    public bool IsShownOnArrival => false;

    /// <summary>It counts once the team has let its sheet in.</summary>
    public void WaitToBeLetIn(DateTime at) => (State, LeftOutAt) = (RemarkState.Waiting, at);

    public void Show() => (State, HeldFor, HeldNote, LeftOutAt) = (RemarkState.Shown, null, null, null);

    /// <summary>Nothing is deleted: it can be shown again.</summary>
    public void Hold(HoldReason reason, string? note) => (State, HeldFor, HeldNote) = (RemarkState.Held, reason, note);
}

/// <summary>An answer on its way to its contribution.</summary>
internal sealed record Given(Question Question, int? Choice, string? Text = null);

internal sealed class GivenAnswerConfiguration : IEntityTypeConfiguration<GivenAnswer>
{
    public void Configure(EntityTypeBuilder<GivenAnswer> builder)
    {
        builder.ToTable("question_answers");
        builder.Ignore(answer => answer.IsShownOnArrival);
        builder.Property(answer => answer.Text).HasMaxLength(Remark.LongestText);
        builder.Property(answer => answer.HeldNote).HasMaxLength(Remark.NoteLength);
        builder.HasIndex(answer => new { answer.ConsultationId, answer.State });

        // What counts of a round, from the index alone.
        builder.HasIndex(answer => new { answer.ConsultationId, answer.ContributionId, answer.QuestionId, answer.Choice, answer.LeftOutAt });
        builder.HasOne<Consultation>().WithMany().HasForeignKey(answer => answer.ConsultationId);
        builder.HasOne(answer => answer.Contribution).WithMany(contribution => contribution.Answers).HasForeignKey(answer => answer.ContributionId);
        builder.HasOne(answer => answer.Question).WithMany().HasForeignKey(answer => answer.QuestionId);
    }
}
