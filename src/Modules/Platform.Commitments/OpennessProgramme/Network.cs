using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>A network that the commune belongs to, with the network's charter where it has one.</summary>
internal sealed class Network
{
    private Network()
    {
    }

    public int Id { get; private set; }

    public int Position { get; private set; }

    public LocalizedText Name { get; private set; } = null!;

    public LocalizedText? Charter { get; private set; }

    public SeedSource? Source { get; private set; }

    public static Network Of(int position, LocalizedText name, LocalizedText? charter, SeedSource? source = null) =>
        new() { Position = position, Name = name, Charter = charter, Source = source.Own() };
}

internal sealed class NetworkConfiguration : IEntityTypeConfiguration<Network>
{
    public void Configure(EntityTypeBuilder<Network> builder)
    {
        builder.ToTable("openness_networks");
        builder.HasIndex(network => network.Position).IsUnique();
        builder.HasSource(network => network.Source);
    }
}
