using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;

namespace Platform.Participation.Contributions.Proof;

/// <summary>A puzzle whose solution was handed in: it serves once. Forgotten when the puzzle would not be taken any more.</summary>
internal sealed class SpentPuzzle : IUnseen
{
    public const int DigestLength = 64;

    private SpentPuzzle()
    {
    }

    public int Id { get; private set; }

    public string Digest { get; private set; } = "";

    /// <summary>Digest of the ticket that it was handed in with: a retry of the same is no second use.</summary>
    public string TicketDigest { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    public static SpentPuzzle Of(string puzzle, string ticket, DateTime at) => new() { Digest = Puzzle.Digest(puzzle), TicketDigest = Tracking.DigestOfTicket(ticket), At = at };
}

internal sealed class SpentPuzzleConfiguration : IEntityTypeConfiguration<SpentPuzzle>
{
    public void Configure(EntityTypeBuilder<SpentPuzzle> builder)
    {
        builder.ToTable("spent_puzzles");
        builder.Property(spent => spent.Digest).HasMaxLength(SpentPuzzle.DigestLength);
        builder.Property(spent => spent.TicketDigest).HasMaxLength(SpentPuzzle.DigestLength);
        builder.HasIndex(spent => spent.Digest).IsUnique();
        builder.HasIndex(spent => spent.At);
    }
}
