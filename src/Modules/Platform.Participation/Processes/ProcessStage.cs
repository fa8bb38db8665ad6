using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Text;

namespace Platform.Participation.Processes;

/// <summary>A stage of a process on its timeline. What happens in it (consultations, meetings) has dates of its own.</summary>
internal sealed class ProcessStage
{
    private ProcessStage()
    {
    }

    public int Id { get; private set; }

    public int ProcessId { get; private set; }

    public int Position { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    public LocalizedText? Text { get; private set; }

    /// <summary>None where its days are not decided yet.</summary>
    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    /// <exception cref="ArgumentException">It would end before it begins.</exception>
    public static ProcessStage Of(int position, LocalizedText title, LocalizedText? text, DateOnly? from, DateOnly? to)
    {
        var stage = new ProcessStage();
        stage.Describe(position, title, text, from, to);
        return stage;
    }

    /// <exception cref="ArgumentException">It would end before it begins.</exception>
    public void Describe(int position, LocalizedText title, LocalizedText? text, DateOnly? from, DateOnly? to)
    {
        if (to < from)
        {
            throw new ArgumentException("A stage ends on the day it begins or later.", nameof(to));
        }

        (Position, Title, Text, From, To) = (position, title, text, from, to);
    }

    public void StandAt(int position) => Position = position;

    public bool IsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

internal sealed class ProcessStageConfiguration : IEntityTypeConfiguration<ProcessStage>
{
    public void Configure(EntityTypeBuilder<ProcessStage> builder)
    {
        builder.ToTable("process_stages");
        builder.HasIndex(stage => new { stage.ProcessId, stage.Position });
    }
}
