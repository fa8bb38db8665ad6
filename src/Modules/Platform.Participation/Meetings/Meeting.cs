using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Processes;

namespace Platform.Participation.Meetings;

/// <summary>
/// People meet in a process: in a hall, online or both. It is prepared, announced, perhaps put off or cancelled with a reason that everybody reads, held, and told of
/// in its minutes, with how many came.
/// </summary>
internal sealed class Meeting : IRevised
{
    public const int LinkLength = 400;

    private Meeting()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

    public int ProcessId { get; private set; }

    public Process? Process { get; private set; }

    /// <summary>In its address, unique in the process, and never changed.</summary>
    public int Number { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    /// <summary>What it is for and what is on its agenda. Markdown.</summary>
    public LocalizedText? Text { get; private set; }

    /// <summary>The hall with its address; none where people meet online alone.</summary>
    public LocalizedText? Place { get; private set; }

    /// <summary>Where people join from afar.</summary>
    public string? Link { get; private set; }

    public LocalizedText? Invited { get; private set; }

    /// <summary>Languages that are spoken or interpreted, and how the place can be reached and used.</summary>
    public LocalizedText? Access { get; private set; }

    /// <summary>The consultation that what is said here belongs to.</summary>
    public int? ConsultationId { get; private set; }

    public Consultation? Consultation { get; private set; }

    /// <summary>UTC, to the minute on Morocco's clock; none while it is not decided.</summary>
    public DateTime? StartsAt { get; private set; }

    public DateTime? EndsAt { get; private set; }

    /// <summary>From then on it is on the site. UTC.</summary>
    public DateTime? AnnouncedAt { get; private set; }

    public DateTime? CancelledAt { get; private set; }

    public LocalizedText? CancelReason { get; private set; }

    /// <summary>What was said and agreed. Markdown.</summary>
    public LocalizedText? Minutes { get; private set; }

    /// <summary>When the public was first told how it went. UTC.</summary>
    public DateTime? ToldAt { get; private set; }

    /// <summary>How many came, as the list of those present has it; with the groups among them as far as the team counted them.</summary>
    public int? Present { get; private set; }

    public int? Women { get; private set; }

    public int? Young { get; private set; }

    public int? Disabled { get; private set; }

    public int? Associations { get; private set; }

    public List<MeetingMove> Moves { get; } = [];

    public Attendance? Attendance => Present is { } present ? new(present, Women, Young, Disabled, Associations) : null;

    public static Meeting In(Process process, int number, MeetingText text)
    {
        var meeting = new Meeting { ProcessId = process.Id, Process = process.Id == 0 ? process : null, Number = number };
        meeting.Describe(text);
        return meeting;
    }

    /// <exception cref="ArgumentException">It would end before it begins.</exception>
    public void Describe(MeetingText text)
    {
        Check(text.StartsAt, text.EndsAt);
        Reword(text);
        (Place, StartsAt, EndsAt) = (text.Place, text.StartsAt, text.EndsAt);
    }

    /// <summary>Of what was announced, when and where stay as they are said: they change by <see cref="Move"/>, with a reason.</summary>
    public void Reword(MeetingText text) =>
        (Title, Text, Link, Invited, Access, ConsultationId) = (text.Title, text.Text, text.Link, text.Invited, text.Access, text.ConsultationId);

    /// <summary>What is said in it belongs to a consultation, which need not be saved yet, or to none any more.</summary>
    public void BelongTo(Consultation? consultation) => (Consultation, ConsultationId) = (consultation, consultation is { Id: > 0 } saved ? saved.Id : null);

    public void Announce(DateTime at) => AnnouncedAt ??= at;

    /// <summary>Another time or place than announced; what was cancelled takes place after all.</summary>
    /// <exception cref="InvalidOperationException">It was not announced: nobody has to be told.</exception>
    public void Move(DateTime startsAt, DateTime endsAt, LocalizedText? place, string? link, LocalizedText reason, DateTime at)
    {
        if (AnnouncedAt is null || StartsAt is not { } starts || EndsAt is not { } ends)
        {
            throw new InvalidOperationException("Only what was announced is put off.");
        }

        Check(startsAt, endsAt);
        Moves.Add(MeetingMove.Of(starts, ends, Place, reason, at));
        (StartsAt, EndsAt, Place, Link, CancelledAt, CancelReason) = (startsAt, endsAt, place, link, null, null);
    }

    public void Cancel(LocalizedText reason, DateTime at) => (CancelReason, CancelledAt) = (reason, at);

    /// <summary>How it went, when it is over; told again, in the place of what was told before.</summary>
    public void Tell(LocalizedText? minutes, Attendance? attendance, DateTime at)
    {
        (Minutes, Present, Women, Young, Disabled, Associations) =
            (minutes, attendance?.People, attendance?.Women, attendance?.Young, attendance?.Disabled, attendance?.Associations);
        ToldAt ??= at;
    }

    public MeetingState StateAt(DateTime utc) =>
        AnnouncedAt is null ? MeetingState.Draft
        : CancelledAt is not null ? MeetingState.Cancelled
        : utc < StartsAt ? MeetingState.ToCome
        : utc < EndsAt ? MeetingState.Now
        : ToldAt is null ? MeetingState.Over
        : MeetingState.Told;

    private static void Check(DateTime? startsAt, DateTime? endsAt)
    {
        if (endsAt <= startsAt || (startsAt is null) != (endsAt is null))
        {
            throw new ArgumentException("A meeting ends after it begins.", nameof(endsAt));
        }
    }
}

/// <summary>What a meeting says of itself.</summary>
internal sealed record MeetingText(
    LocalizedText Title, LocalizedText? Text, LocalizedText? Place, string? Link, LocalizedText? Invited, LocalizedText? Access, int? ConsultationId,
    DateTime? StartsAt, DateTime? EndsAt);

/// <summary>Where a meeting is, seen from an instant.</summary>
internal enum MeetingState
{
    /// <summary>Only the team sees it.</summary>
    Draft,
    ToCome,
    Now,

    /// <summary>Nobody has said yet how it went.</summary>
    Over,

    /// <summary>Its minutes or figures can be read.</summary>
    Told,
    Cancelled,
}

internal sealed class MeetingConfiguration : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("meetings");
        builder.Property(meeting => meeting.Link).HasMaxLength(Meeting.LinkLength);
        builder.Ignore(meeting => meeting.Attendance);
        builder.HasIndex(meeting => new { meeting.ProcessId, meeting.Number }).IsUnique();
        builder.HasIndex(meeting => meeting.EndsAt);
        builder.HasOne(meeting => meeting.Process).WithMany(process => process.Meetings).HasForeignKey(meeting => meeting.ProcessId);
        builder.HasOne(meeting => meeting.Consultation).WithMany().HasForeignKey(meeting => meeting.ConsultationId);
        builder.HasMany(meeting => meeting.Moves).WithOne().HasForeignKey(move => move.MeetingId);
    }
}
