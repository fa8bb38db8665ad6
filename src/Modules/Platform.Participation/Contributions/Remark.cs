using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Decisions;
using Platform.Participation.Decisions.Sorting;

namespace Platform.Participation.Contributions;

/// <summary>
/// One thing that somebody said about one matter, in the words in which it was said. It is read by the team, shown or held back with a reason, and answered by
/// a decision, alone or together with others that say the same.
/// </summary>
internal sealed class Remark : IRevised, IArriving
{
    /// <summary>Longer texts belong in a document.</summary>
    public const int LongestText = 4000;

    public const int FoldedLength = 400;

    public const int NoteLength = 1000;

    private Remark()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

    public int ConsultationId { get; private set; }

    public int ContributionId { get; private set; }

    public Contribution Contribution { get; private set; } = null!;

    public RemarkKind Kind { get; private set; }

    /// <summary>None where it is about the whole.</summary>
    public int? MatterId { get; private set; }

    public Matter? Matter { get; private set; }

    /// <summary>As typed, cleaned of what a reader cannot see. An amendment's reason; none where support says it all.</summary>
    public string? Text { get; private set; }

    /// <summary>The wording that an amendment proposes for its paragraph or field.</summary>
    public string? Proposed { get; private set; }

    /// <summary>From 1, the most important: of a priority only.</summary>
    public int? Rank { get; private set; }

    /// <summary>The beginning of its words in the form in which texts are searched.</summary>
    public string Folded { get; private set; } = "";

    /// <summary>The same for remarks that say the same, whatever their figures, marks and links; none where there are no words (<see cref="Words.WordingOf"/>).</summary>
    public string? Wording { get; private set; }

    /// <summary>Whether its words lead away from the platform.</summary>
    public bool HasLink { get; private set; }

    /// <summary>UTC; with its contribution.</summary>
    public DateTime ReceivedAt { get; private set; }

    public RemarkState State { get; private set; }

    /// <summary>Why it is held back: a rule, by its code.</summary>
    public HoldReason? HeldFor { get; private set; }

    /// <summary>When it was held back, UTC: what one act held back can be shown again by one act.</summary>
    public DateTime? HeldAt { get; private set; }

    /// <summary>In the moderator's words, told to the author.</summary>
    public string? HeldNote { get; private set; }

    /// <summary>How many others support it.</summary>
    public int Supports { get; private set; }

    /// <summary>Its answer, once there is one.</summary>
    public int? DecisionId { get; private set; }

    public Decision? Decision { get; private set; }

    /// <summary>A remark that waits to be read shows on no public page; what is shown stands there at once.</summary>
    public bool IsShownOnArrival => State == RemarkState.Shown;

    /// <summary>What it is about in the team's words.</summary>
    public List<RemarkTheme> Themes { get; } = [];

    /// <summary>Who looks after it, if anybody.</summary>
    public Assignment? Assignment { get; private set; }

    public static Remark Of(Consultation consultation, RemarkKind kind, Matter? matter, string? text, string? proposed, int? rank, DateTime at)
    {
        if (text?.Length > LongestText || proposed?.Length > LongestText)
        {
            throw new ArgumentException($"A remark has at most {LongestText} characters.", nameof(text));
        }

        var folded = Folding.Fold($"{text} {proposed}");
        return new()
        {
            ConsultationId = consultation.Id,
            Kind = kind,
            MatterId = matter is { Id: > 0 } ? matter.Id : null,
            Matter = matter is { Id: 0 } ? matter : null,
            Text = text,
            Proposed = proposed,
            Rank = rank,
            ReceivedAt = at,
            Wording = Words.WordingOf(text, proposed),
            HasLink = Words.LinksIn(text ?? "") + Words.LinksIn(proposed ?? "") > 0,
            Folded = folded.Length <= FoldedLength ? folded : folded[..FoldedLength],
            State = consultation.Moderation == Moderation.Before && kind != RemarkKind.Priority ? RemarkState.Waiting : RemarkState.Shown,
        };
    }

    /// <summary>The team reads it before others do, whatever the consultation's rule is.</summary>
    public void WaitToBeRead() => State = RemarkState.Waiting;

    public void Show() => (State, HeldFor, HeldAt, HeldNote) = (RemarkState.Shown, null, null, null);

    /// <summary>Nothing is deleted: it can be shown again.</summary>
    public void Hold(HoldReason reason, string? note, DateTime at) => (State, HeldFor, HeldAt, HeldNote) = (RemarkState.Held, reason, at, note);

    public void Support() => Supports++;

    public void Answer(Decision? decision) => (Decision, DecisionId) = (decision, decision?.Id);
}

internal enum RemarkKind
{
    /// <summary>A note on a field of a card, or on the whole.</summary>
    Note,
    Support,
    Objection,

    /// <summary>Another wording of a paragraph or field.</summary>
    Amendment,
    Question,

    /// <summary>A new card.</summary>
    Idea,

    /// <summary>A place in the order of importance.</summary>
    Priority,
}

internal enum RemarkState
{
    /// <summary>Nobody has read it yet, and the consultation shows only what was read.</summary>
    Waiting,
    Shown,

    /// <summary>Not shown, with a reason that its author knows.</summary>
    Held,
}

/// <summary>The rules of the charter that a remark can offend against.</summary>
internal enum HoldReason
{
    Insult,
    Hatred,
    PersonalData,
    Advertising,
    OffTopic,
    Repeated,
    Unlawful,
}

internal sealed class RemarkConfiguration : IEntityTypeConfiguration<Remark>
{
    public void Configure(EntityTypeBuilder<Remark> builder)
    {
        builder.ToTable("remarks");
        builder.Property(remark => remark.Text).HasMaxLength(Remark.LongestText);
        builder.Property(remark => remark.Proposed).HasMaxLength(Remark.LongestText);
        builder.Property(remark => remark.Folded).HasMaxLength(Remark.FoldedLength);
        builder.Property(remark => remark.Wording).HasMaxLength(Words.WordingLength);
        builder.Property(remark => remark.HeldNote).HasMaxLength(Remark.NoteLength);

        // Lists, in the order in which they are read, with what their counts look at: neither counting nor passing over pages touches a row.
        builder.HasIndex(remark => new { remark.ConsultationId, remark.State, remark.ReceivedAt, remark.Id, remark.Kind, remark.DecisionId });
        builder.HasIndex(remark => new { remark.ConsultationId, remark.State, remark.Supports, remark.Id, remark.Kind });
        builder.HasIndex(remark => new { remark.ConsultationId, remark.ReceivedAt, remark.Id, remark.State, remark.Kind, remark.DecisionId });

        // Counts by matter and answer, and what goes through all of them in the order of their numbers: exports and the report.
        builder.HasIndex(remark => new { remark.ConsultationId, remark.State, remark.Id, remark.Kind, remark.MatterId, remark.DecisionId, remark.ContributionId });
        builder.HasIndex(remark => new { remark.ConsultationId, remark.MatterId });
        builder.HasIndex(remark => new { remark.ConsultationId, remark.DecisionId });
        builder.HasIndex(remark => new { remark.ConsultationId, remark.Wording });
        builder.HasOne<Consultation>().WithMany().HasForeignKey(remark => remark.ConsultationId);
        builder.HasOne(remark => remark.Matter).WithMany().HasForeignKey(remark => remark.MatterId);
        builder.HasOne(remark => remark.Decision).WithMany().HasForeignKey(remark => remark.DecisionId);
    }
}
