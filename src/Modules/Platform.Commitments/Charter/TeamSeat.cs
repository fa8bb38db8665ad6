using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter;

/// <summary>A seat that the follow-up team has at least, by its function: the charter names no persons.</summary>
internal sealed class TeamSeat : ICharterItem
{
    private TeamSeat()
    {
    }

    public int Id { get; private set; }

    public int CharterVersionId { get; private set; }

    public int Revision { get; private set; }

    public int Position { get; private set; }

    public LocalizedText Function { get; private set; } = null!;

    public static TeamSeat Of(int position, LocalizedText function) => new() { Position = position, Function = function };

    public void Revise(LocalizedText function) => Function = function;

    public void Place(int position) => Position = position;
}

internal sealed class TeamSeatConfiguration : IEntityTypeConfiguration<TeamSeat>
{
    public void Configure(EntityTypeBuilder<TeamSeat> builder)
    {
        builder.ToTable("charter_team_seats");
        builder.HasIndex(seat => new { seat.CharterVersionId, seat.Position });
    }
}
