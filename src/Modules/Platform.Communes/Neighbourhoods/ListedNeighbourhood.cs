using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Communes.Neighbourhoods;

/// <summary>A place on the commune's list of neighbourhoods. One that is taken off stays as a row: answers name it by its number.</summary>
internal sealed class ListedNeighbourhood : IRevised
{
    public const int NameLength = 120;

    private ListedNeighbourhood()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

    public LocalizedText Name { get; private set; } = null!;

    /// <summary>UTC.</summary>
    public DateTime? RemovedAt { get; private set; }

    public static ListedNeighbourhood Called(LocalizedText name) => new() { Name = name };

    public void Call(LocalizedText name) => Name = name;

    public void Remove(DateTime at) => RemovedAt ??= at;

    public void PutBack() => RemovedAt = null;

    /// <summary>Whether a reader would take both for the same place.</summary>
    public bool IsCalled(LocalizedText name) => Folding.Fold(Name.Ar) == Folding.Fold(name.Ar);
}

internal sealed class ListedNeighbourhoodConfiguration : IEntityTypeConfiguration<ListedNeighbourhood>
{
    public void Configure(EntityTypeBuilder<ListedNeighbourhood> builder) => builder.ToTable("commune_neighbourhoods");
}
