using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>How the charter is made known, as the charters themselves list it.</summary>
internal enum CommunicationKind
{
    Publication,
    Infographic,
    AnimatedVideo,
    SocialMedia,
    Leaflet,
    Event,
    Other,
}

/// <summary>Something that was done to make the charter known, and who of the signatories helped.</summary>
internal sealed class CommunicationAction : IRevised
{
    public const int LinkLength = 500;

    private CommunicationAction()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

    public CommunicationKind Kind { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    public DateOnly DoneOn { get; private set; }

    public LocalizedText? Audience { get; private set; }

    /// <summary>How many people it reached, where they were counted.</summary>
    public int? Reached { get; private set; }

    /// <summary>Where it can be seen: an https address.</summary>
    public string? Link { get; private set; }

    public DateTime? RemovedAt { get; private set; }

    /// <summary>Made up to show the platform.</summary>
    public bool Demonstration { get; private set; }

    /// <summary>Signatories who helped.</summary>
    public List<Signatory> Helpers { get; } = [];

    public static CommunicationAction Of(
        CommunicationKind kind, LocalizedText title, DateOnly doneOn, LocalizedText? audience, int? reached, string? link, bool demonstration = false)
    {
        var action = new CommunicationAction { Demonstration = demonstration };
        action.Revise(kind, title, doneOn, audience, reached, link);
        return action;
    }

    public void Revise(CommunicationKind kind, LocalizedText title, DateOnly doneOn, LocalizedText? audience, int? reached, string? link)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(reached ?? 0, nameof(reached));
        (Kind, Title, DoneOn, Audience, Reached, Link) = (kind, title, doneOn, audience, reached, link);
    }

    public void HelpedBy(IEnumerable<Signatory> helpers)
    {
        Helpers.Clear();
        Helpers.AddRange(helpers);
    }

    public void Remove(DateTime at) => RemovedAt = at;
}

internal sealed class CommunicationActionConfiguration : IEntityTypeConfiguration<CommunicationAction>
{
    public void Configure(EntityTypeBuilder<CommunicationAction> builder)
    {
        builder.ToTable("charter_communication_actions");
        builder.Property(action => action.Link).HasMaxLength(CommunicationAction.LinkLength);
        builder.HasIndex(action => action.DoneOn);
        builder.HasMany(action => action.Helpers).WithMany().UsingEntity("charter_communication_helpers");
    }
}
