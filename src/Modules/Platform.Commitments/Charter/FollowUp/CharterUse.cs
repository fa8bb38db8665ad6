using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>A line of the tracking matrix: a participatory process in which the charter was used, what was difficult and what was done about it.</summary>
internal sealed class CharterUse : IRevised
{
    private CharterUse()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

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
        builder.HasIndex(use => use.UsedOn);
    }
}
