using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter;

/// <summary>One commitment of one party, citable by its number.</summary>
internal sealed class Commitment : ICharterItem
{
    public const int NumberLength = 12;
    public const int KeyLength = 40;

    private Commitment()
    {
    }

    public int Id { get; private set; }

    public int CharterVersionId { get; private set; }

    public int Revision { get; private set; }

    /// <summary>The same commitment has the same key in every version: its follow-up goes on when the charter is revised.</summary>
    public string Key { get; private set; } = "";

    public CommitmentParty Party { get; private set; }

    /// <summary>As the document counts: <c>6.1.3</c>.</summary>
    public string Number { get; private set; } = "";

    public int Position { get; private set; }

    public LocalizedText Text { get; private set; } = null!;

    public SeedSource? Source { get; private set; }

    /// <summary>The fragment that leads to it in the page of its version.</summary>
    public string Anchor => AnchorOf(Number);

    public static string AnchorOf(string number) => "c-" + number;

    public static Commitment Of(CommitmentParty party, string number, int position, LocalizedText text, SeedSource? source = null, string? key = null) =>
        new() { Key = key ?? number, Party = party, Number = number, Position = position, Text = text, Source = source.Own() };

    public void Revise(CommitmentParty party, LocalizedText text)
    {
        Source = party == Party && text == Text ? Source : null;
        (Party, Text) = (party, text);
    }

    public void Place(string number, int position) => (Number, Position) = (number, position);
}

internal sealed class CommitmentConfiguration : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.ToTable("charter_commitments");
        builder.Ignore(commitment => commitment.Anchor);
        builder.Property(commitment => commitment.Key).HasMaxLength(Commitment.KeyLength);
        builder.HasIndex(commitment => new { commitment.CharterVersionId, commitment.Key }).IsUnique();
        builder.Property(commitment => commitment.Number).HasMaxLength(Commitment.NumberLength);
        builder.HasIndex(commitment => new { commitment.CharterVersionId, commitment.Position });
        builder.HasSource(commitment => commitment.Source);
    }
}
