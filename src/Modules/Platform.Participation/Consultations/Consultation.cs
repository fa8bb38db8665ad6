using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.Participation.Processes;
using Platform.Participation.Questions;

namespace Platform.Participation.Consultations;

/// <summary>
/// The commune asks, for a time: about a text, about cards, for ideas, for priorities, in questions. It opens and closes by itself at its instants; nothing has to be
/// switched. What it is about is kept as it was when it was announced (<see cref="Matter"/>).
/// </summary>
internal sealed class Consultation : IRevised
{
    public const int SlugLength = 60;
    public const int SourceLength = 60;

    private Consultation()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

    public int ProcessId { get; private set; }

    public Process? Process { get; private set; }

    /// <summary>In its address, unique in the commune, and never changed.</summary>
    public string Slug { get; private set; } = "";

    public LocalizedText Title { get; private set; } = null!;

    /// <summary>What is asked, and why. Markdown.</summary>
    public LocalizedText Text { get; private set; } = null!;

    /// <summary>What it is about, as the room that owns it names it (<c>openness:projects</c>); none where only ideas are asked for, or for a text of its own.</summary>
    public string? About { get; private set; }

    /// <summary>Whether new ideas (project cards) may be brought in.</summary>
    public bool TakesIdeas { get; private set; }

    /// <summary>Whether its cards may be put in order of importance.</summary>
    public bool TakesPriorities { get; private set; }

    /// <summary>Whether the results of its questions and priorities are shown while it is open, and not only once it is closed.</summary>
    public bool ShowsResultsWhileOpen { get; private set; }

    /// <summary>UTC, to the minute on Morocco's clock.</summary>
    public DateTime OpensAt { get; private set; }

    /// <summary>UTC; from this instant on nothing more is received.</summary>
    public DateTime ClosesAt { get; private set; }

    /// <summary>The day by which every remark has an answer.</summary>
    public DateOnly AnswersBy { get; private set; }

    /// <summary>Whether people without an account may take part.</summary>
    public bool VisitorsMayAnswer { get; private set; }

    /// <summary>Whether the browsers of people without an account do some work for each answer, so that a machine cannot send thousands.</summary>
    public bool AsksProof { get; private set; }

    public Moderation Moderation { get; private set; }

    /// <summary>When it was announced: from then on it is on the site and its matters are fixed. UTC.</summary>
    public DateTime? AnnouncedAt { get; private set; }

    /// <summary>When many of its remarks were shown or held back at once, last. UTC.</summary>
    public DateTime? SiftedAt { get; private set; }

    /// <summary>When the report of the round was published. UTC.</summary>
    public DateTime? ReportedAt { get; private set; }

    /// <summary>What was learned and decided, in the commune's words, at the head of the report.</summary>
    public LocalizedText? ReportNote { get; private set; }

    /// <summary>Made up to show the platform.</summary>
    public bool Demonstration { get; private set; }

    public List<Matter> Matters { get; } = [];

    public List<Extension> Extensions { get; } = [];

    /// <summary>Its short form; written through <see cref="Questionnaire"/>.</summary>
    public List<Question> Questions { get; } = [];

    public static Consultation In(Process process, string slug, ConsultationText text, bool demonstration = false)
    {
        var consultation = new Consultation { ProcessId = process.Id, Process = process.Id == 0 ? process : null, Slug = slug, Demonstration = demonstration };
        consultation.Describe(text);
        return consultation;
    }

    /// <exception cref="ArgumentException">It would close before it opens.</exception>
    public void Describe(ConsultationText text)
    {
        if (text.ClosesAt <= text.OpensAt)
        {
            throw new ArgumentException("A consultation closes after it opens.", nameof(text));
        }

        (Title, Text, About, TakesIdeas, TakesPriorities) = (text.Title, text.Text, text.About, text.TakesIdeas, text.TakesPriorities);
        (OpensAt, ClosesAt, AnswersBy, VisitorsMayAnswer, Moderation) = (text.OpensAt, text.ClosesAt, text.AnswersBy, text.VisitorsMayAnswer, text.Moderation);
        ShowsResultsWhileOpen = text.ShowsResultsWhileOpen;
    }

    /// <summary>Of what was announced, only how it is put and how it is run can still be changed: not when, and not about what.</summary>
    public void Reword(LocalizedText title, LocalizedText text, bool visitorsMayAnswer, Moderation moderation) =>
        (Title, Text, VisitorsMayAnswer, Moderation) = (title, text, visitorsMayAnswer, moderation);

    public void AskForProof(bool asks) => AsksProof = asks;

    /// <summary>What it is about, in the place of what was there before.</summary>
    /// <exception cref="InvalidOperationException">It is announced: what people speak about stays as it was.</exception>
    public void Put(IEnumerable<Matter> matters)
    {
        if (AnnouncedAt is not null)
        {
            throw new InvalidOperationException("What was announced stays as it is.");
        }

        Matters.Clear();
        Matters.AddRange(matters);
    }

    public void Announce(DateTime at) => AnnouncedAt ??= at;

    public void AnswerBy(DateOnly day) => AnswersBy = day;

    /// <summary>It closes later than announced, and the public is told why.</summary>
    /// <exception cref="ArgumentException">That is not later.</exception>
    public void Extend(DateTime until, LocalizedText reason, DateTime at)
    {
        if (until <= ClosesAt)
        {
            throw new ArgumentException("An extension ends later than what it extends.", nameof(until));
        }

        Extensions.Add(Extension.Of(ClosesAt, until, reason, at));
        ClosesAt = until;
    }

    /// <summary>Many remarks were shown or held back at once, without being loaded one by one: noted here, so that its pages are made anew.</summary>
    public void Sift(DateTime at) => SiftedAt = at;

    public void Report(LocalizedText? note, DateTime at) => (ReportNote, ReportedAt) = (note, at);

    public ConsultationPhase PhaseAt(DateTime utc) =>
        AnnouncedAt is null ? ConsultationPhase.Draft
        : utc < OpensAt ? ConsultationPhase.Announced
        : utc < ClosesAt ? ConsultationPhase.Open
        : ReportedAt is null ? ConsultationPhase.Answering
        : ConsultationPhase.Reported;
}

/// <summary>What a consultation says of itself and how it runs.</summary>
internal sealed record ConsultationText(
    LocalizedText Title, LocalizedText Text, string? About, bool TakesIdeas, bool TakesPriorities, DateTime OpensAt, DateTime ClosesAt, DateOnly AnswersBy,
    bool VisitorsMayAnswer, Moderation Moderation, bool ShowsResultsWhileOpen = false);

/// <summary>Whether others see a remark before somebody has read it.</summary>
internal enum Moderation
{
    Before,
    After,
}

/// <summary>Where a consultation is, seen from an instant.</summary>
internal enum ConsultationPhase
{
    /// <summary>Only the team sees it.</summary>
    Draft,
    Announced,
    Open,

    /// <summary>Nothing more is received; remarks are studied and answered.</summary>
    Answering,

    /// <summary>The report of the round is published.</summary>
    Reported,
}

internal sealed class ConsultationConfiguration : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.ToTable("consultations");
        builder.Property(consultation => consultation.Slug).HasMaxLength(Consultation.SlugLength);
        builder.Property(consultation => consultation.About).HasMaxLength(Consultation.SourceLength);
        builder.HasIndex(consultation => consultation.Slug).IsUnique();
        builder.HasOne(consultation => consultation.Process).WithMany().HasForeignKey(consultation => consultation.ProcessId);
        builder.HasMany(consultation => consultation.Matters).WithOne().HasForeignKey(matter => matter.ConsultationId);
        builder.HasMany(consultation => consultation.Questions).WithOne().HasForeignKey(question => question.ConsultationId);
        builder.HasMany(consultation => consultation.Extensions).WithOne().HasForeignKey(extension => extension.ConsultationId);
    }
}
