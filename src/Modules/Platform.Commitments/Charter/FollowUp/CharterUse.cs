using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Charters;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>A line of the tracking matrix: a participatory process in which the charter was used, what was difficult and what was done about it.</summary>
internal sealed class CharterUse : IRevised
{
    public const int SubjectLength = 80;

    private CharterUse()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

    /// <summary>The process of the platform that this line is kept for (<c>process:budget-2027</c>); none where people wrote it themselves.</summary>
    public string? Subject { get; private set; }

    public LocalizedText Process { get; private set; } = null!;

    /// <summary>The nature of the process: its rung on the ladder of participation.</summary>
    public LadderRung Rung { get; private set; }

    public DateOnly UsedOn { get; private set; }

    /// <summary>How many actors were engaged, where they were counted.</summary>
    public int? Actors { get; private set; }

    public LocalizedText? Difficulties { get; private set; }

    /// <summary>What was done about them.</summary>
    public LocalizedText? Done { get; private set; }

    /// <summary>Taken off the matrix; the row and its trail stay.</summary>
    public DateTime? RemovedAt { get; private set; }

    /// <summary>Made up to show the platform.</summary>
    public bool Demonstration { get; private set; }

    public static CharterUse Of(
        LocalizedText process, LadderRung rung, DateOnly usedOn, int? actors, LocalizedText? difficulties, LocalizedText? done, bool demonstration = false)
    {
        var use = new CharterUse { Demonstration = demonstration };
        use.Revise(process, rung, usedOn, actors, difficulties, done);
        return use;
    }

    /// <summary>A line that the platform keeps by itself.</summary>
    public static CharterUse For(string subject, LocalizedText process, LadderRung rung, DateOnly usedOn, int? actors, bool demonstration = false)
    {
        var use = Of(process, rung, usedOn, actors, null, null, demonstration);
        use.Subject = subject;
        return use;
    }

    public void Revise(LocalizedText process, LadderRung rung, DateOnly usedOn, int? actors, LocalizedText? difficulties, LocalizedText? done)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(actors ?? 0, nameof(actors));
        (Process, Rung, UsedOn, Actors, Difficulties, Done) = (process, rung, usedOn, actors, difficulties, done);
    }

    public void Remove(DateTime at) => RemovedAt = at;
}

internal sealed class CharterUseConfiguration : IEntityTypeConfiguration<CharterUse>
{
    public void Configure(EntityTypeBuilder<CharterUse> builder)
    {
        builder.ToTable("charter_uses");
        builder.Property(use => use.Subject).HasMaxLength(CharterUse.SubjectLength);
        builder.HasIndex(use => use.Subject).IsUnique();
        builder.HasIndex(use => use.UsedOn);
    }
}
