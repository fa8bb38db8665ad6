using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Charters;
using Platform.Kernel.Text;
using Platform.Participation.Meetings;

namespace Platform.Participation.Processes;

/// <summary>
/// A participatory process: what it is for, which rung of the ladder it stands on, what is open to influence, who decides and who is concerned. Its stages are
/// a timeline; consultations and meetings run in them, several in one or one over several.
/// </summary>
internal sealed class Process : IRevised
{
    public const int SlugLength = 60;

    private Process()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

    /// <summary>In its address, and never changed.</summary>
    public string Slug { get; private set; } = "";

    public LocalizedText Title { get; private set; } = null!;

    public LocalizedText Aim { get; private set; } = null!;

    public LadderRung Rung { get; private set; }

    /// <summary>What those who take part can change.</summary>
    public LocalizedText? OpenToInfluence { get; private set; }

    /// <summary>What is settled already, and by what: a law, a budget, a decision.</summary>
    public LocalizedText? Settled { get; private set; }

    /// <summary>Who decides in the end: the council, its president, a committee.</summary>
    public LocalizedText DecidedBy { get; private set; } = null!;

    /// <summary>Who is concerned.</summary>
    public LocalizedText? Concerned { get; private set; }

    /// <summary>How and where one takes part: online, in halls, on paper.</summary>
    public LocalizedText? HowToTakePart { get; private set; }

    /// <summary>Who runs it, by office.</summary>
    public LocalizedText? Team { get; private set; }

    /// <summary>When it came to be on the site, UTC.</summary>
    public DateTime? PublishedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>What the public is told of its end; required where remarks were left without an answer.</summary>
    public LocalizedText? ClosingNote { get; private set; }

    /// <summary>Made up to show the platform.</summary>
    public bool Demonstration { get; private set; }

    public List<ProcessStage> Stages { get; } = [];

    public List<Meeting> Meetings { get; } = [];

    /// <summary>The first and the last day of its stages, as far as they are decided.</summary>
    public (DateOnly From, DateOnly To)? Days => Stages.Select(stage => stage.From ?? stage.To).Min() is { } from && Stages.Select(stage => stage.To ?? stage.From).Max() is { } to ? (from, to) : null;

    public bool IsPublished => PublishedAt is not null;

    public static Process Of(string slug, ProcessText text, bool demonstration = false)
    {
        var process = new Process { Slug = slug, Demonstration = demonstration };
        process.Describe(text);
        return process;
    }

    public void Describe(ProcessText text) =>
        (Title, Aim, Rung, OpenToInfluence, Settled, DecidedBy, Concerned, HowToTakePart, Team) =
        (text.Title, text.Aim, text.Rung, text.OpenToInfluence, text.Settled, text.DecidedBy, text.Concerned, text.HowToTakePart, text.Team);

    /// <summary>A stage changes places with the one before (-1) or after it (1).</summary>
    /// <returns>False where there is none.</returns>
    public bool MoveStage(ProcessStage stage, int step)
    {
        var ordered = Stages.OrderBy(other => other.Position).ToList();
        var (from, to) = (ordered.IndexOf(stage), ordered.IndexOf(stage) + step);
        if (from < 0 || step == 0 || to < 0 || to >= ordered.Count)
        {
            return false;
        }

        (ordered[from], ordered[to]) = (ordered[to], ordered[from]);
        for (var i = 0; i < ordered.Count; i++)
        {
            ordered[i].StandAt(i + 1);
        }

        Stages.Sort((one, other) => one.Position.CompareTo(other.Position));
        return true;
    }

    public void Publish(DateTime at) => PublishedAt ??= at;

    public void Close(DateTime at, LocalizedText? note) => (ClosedAt, ClosingNote) = (at, note);

    /// <summary>It was closed by mistake, or something came up.</summary>
    public void Reopen() => (ClosedAt, ClosingNote) = (null, null);
}

/// <summary>What a process says of itself.</summary>
internal sealed record ProcessText(
    LocalizedText Title, LocalizedText Aim, LadderRung Rung, LocalizedText? OpenToInfluence, LocalizedText? Settled, LocalizedText DecidedBy,
    LocalizedText? Concerned, LocalizedText? HowToTakePart, LocalizedText? Team);

internal sealed class ProcessConfiguration : IEntityTypeConfiguration<Process>
{
    public void Configure(EntityTypeBuilder<Process> builder)
    {
        builder.ToTable("processes");
        builder.Property(process => process.Slug).HasMaxLength(Process.SlugLength);
        builder.HasIndex(process => process.Slug).IsUnique();
        builder.Ignore(process => process.Days);
        builder.HasMany(process => process.Stages).WithOne().HasForeignKey(stage => stage.ProcessId);
    }
}
