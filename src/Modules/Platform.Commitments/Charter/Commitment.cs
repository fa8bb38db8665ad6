using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter;

/// <summary>One commitment of one party, citable by its number.</summary>
internal sealed class Commitment
{
    public const int NumberLength = 12;

    private Commitment()
    {
    }

    public int Id { get; private set; }

    public int CharterVersionId { get; private set; }

    public CommitmentParty Party { get; private set; }

    /// <summary>As the document counts: <c>6.1.3</c>.</summary>
    public string Number { get; private set; } = "";

    public int Position { get; private set; }

    public LocalizedText Text { get; private set; } = null!;

    public SeedSource? Source { get; private set; }

    /// <summary>The fragment that leads to it in the page of its version.</summary>
    public string Anchor => AnchorOf(Number);

    public static string AnchorOf(string number) => "c-" + number;

    public static Commitment Of(CommitmentParty party, string number, int position, LocalizedText text, SeedSource? source = null) =>
        new() { Party = party, Number = number, Position = position, Text = text, Source = source.Own() };
}

internal sealed class CommitmentConfiguration : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.ToTable("charter_commitments");
        builder.Ignore(commitment => commitment.Anchor);
        builder.Property(commitment => commitment.Number).HasMaxLength(Commitment.NumberLength);
        builder.HasIndex(commitment => new { commitment.CharterVersionId, commitment.Number }).IsUnique();
        builder.HasSource(commitment => commitment.Source);
    }
}
