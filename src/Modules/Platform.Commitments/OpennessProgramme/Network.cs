using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>A network that the commune belongs to, with the network's charter where it has one. One that it has left is kept and not shown.</summary>
internal sealed class Network : IRevised
{
    public const int LinkLength = 500;
    public const int DocumentsKeyLength = 32;

    private Network()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

    public int Position { get; private set; }

    public LocalizedText Name { get; private set; } = null!;

    public LocalizedText? Charter { get; private set; }

    /// <summary>The network's own page: an https address.</summary>
    public string? Link { get; private set; }

    public DateOnly? JoinedOn { get; private set; }

    /// <summary>The day from which the commune is no longer a member.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>The last part of <see cref="DocumentsSubject"/>: a key of its own, known before it is saved.</summary>
    public string? DocumentsKey { get; private set; }

    /// <summary>What its charter and the act of joining are attached to, among the commune's documents; none where there is none.</summary>
    public string? DocumentsSubject => DocumentsKey is null ? null : "network:" + DocumentsKey;

    public SeedSource? Source { get; private set; }

    public static Network Of(int position, LocalizedText name, LocalizedText? charter, SeedSource? source = null) =>
        new() { Position = position, Name = name, Charter = charter, Source = source.Own() };

    /// <summary>What a document says is no longer what is shown once the commune words it otherwise.</summary>
    public void Describe(LocalizedText name, LocalizedText? charter, string? link, DateOnly? joinedOn, DateOnly? leftOn)
    {
        Source = name == Name && charter == Charter ? Source : null;
        (Name, Charter, Link, JoinedOn, LeftOn) = (name, charter, link, joinedOn, leftOn);
    }

    /// <summary>A document is about to be attached to it.</summary>
    public string HaveDocuments()
    {
        DocumentsKey ??= Guid.NewGuid().ToString("N");
        return DocumentsSubject!;
    }

    /// <summary>Where it comes from.</summary>
    public void Cite(SeedSource? source) => Source = source == Source ? Source : source.Own();
}

internal sealed class NetworkConfiguration : IEntityTypeConfiguration<Network>
{
    public void Configure(EntityTypeBuilder<Network> builder)
    {
        builder.ToTable("openness_networks");

        // Not unique: what the commune adds and what its files add later may want the same place.
        builder.HasIndex(network => network.Position);
        builder.Property(network => network.Link).HasMaxLength(Network.LinkLength);
        builder.Property(network => network.DocumentsKey).HasMaxLength(Network.DocumentsKeyLength);
        builder.Ignore(network => network.DocumentsSubject);
        builder.HasSource(network => network.Source);
    }
}
