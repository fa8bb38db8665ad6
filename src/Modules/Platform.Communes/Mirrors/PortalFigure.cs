using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Communes.Mirrors;

/// <summary>What the commune read on a national portal about a period: the portals answer no machine, so a person copies it and says when.</summary>
internal sealed class PortalFigure : IRevised
{
    private PortalFigure()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

    public Feature Feature { get; private set; }

    public Period Period { get; private set; }

    /// <summary>Requests, complaints, petitions or letters that came in.</summary>
    public int Received { get; private set; }

    public int? Answered { get; private set; }

    /// <summary>Of the answered, those answered within the legal time.</summary>
    public int? InTime { get; private set; }

    /// <summary>The day on which the portal said so.</summary>
    public DateOnly ReadOn { get; private set; }

    public LocalizedText? Note { get; private set; }

    public static PortalFigure Of(Feature feature, Period period) => new() { Feature = feature, Period = period };

    /// <exception cref="ArgumentOutOfRangeException">More were answered in time than were answered.</exception>
    public void Say(int received, int? answered, int? inTime, DateOnly readOn, LocalizedText? note)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(received);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inTime ?? 0, answered ?? 0, nameof(inTime));
        (Received, Answered, InTime, ReadOn, Note) = (received, answered, inTime, readOn, note);
    }
}

internal sealed class PortalFigureConfiguration : IEntityTypeConfiguration<PortalFigure>
{
    public void Configure(EntityTypeBuilder<PortalFigure> builder)
    {
        builder.ToTable("commune_portal_figures");
        builder.HasIndex(figure => new { figure.Feature, figure.Period }).IsUnique();
    }
}
