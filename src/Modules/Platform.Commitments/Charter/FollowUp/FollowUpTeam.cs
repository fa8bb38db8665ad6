using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>Whom a member sits for: the team has at least one of each of the first five.</summary>
internal enum SeatKind
{
    Elected,
    Services,
    Committee,
    FocalPoint,
    Association,
    Other,
}

/// <summary>The team that follows the charter up, as a decision set it up. A later decision sets up a new one.</summary>
internal sealed class FollowUpTeam : IRevised
{
    public const int DecisionLength = 80;
    public const int DocumentsKeyLength = 32;

    private FollowUpTeam()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

    /// <summary>Number of the decision.</summary>
    public string Decision { get; private set; } = "";

    public DateOnly DecidedOn { get; private set; }

    /// <summary>The last part of <see cref="DocumentsSubject"/>: a key of its own, known before it is saved.</summary>
    public string? DocumentsKey { get; private set; }

    /// <summary>What the document of the decision is attached to, among the commune's documents; none where there is none.</summary>
    public string? DocumentsSubject => DocumentsKey is null ? null : "charter-team:" + DocumentsKey;

    /// <summary>Made up to show the platform.</summary>
    public bool Demonstration { get; private set; }

    public List<TeamMember> Members { get; } = [];

    public static FollowUpTeam Of(string decision, DateOnly decidedOn, bool demonstration = false) =>
        new() { Decision = decision, DecidedOn = decidedOn, Demonstration = demonstration };

    /// <summary>A document is about to be attached to it.</summary>
    public string HaveDocuments()
    {
        DocumentsKey ??= Guid.NewGuid().ToString("N");
        return DocumentsSubject!;
    }

    public void Revise(string decision, DateOnly decidedOn) => (Decision, DecidedOn) = (decision, decidedOn);

    /// <summary>Seats that the charter asks for and nobody has.</summary>
    public IEnumerable<SeatKind> Vacant(DateOnly on) =>
        Enum.GetValues<SeatKind>().Where(seat => seat != SeatKind.Other && !Members.Exists(member => member.Seat == seat && member.Sits(on)));
}

/// <summary>A member of the team. The function is public; a name is shown where the person agreed.</summary>
internal sealed class TeamMember : IRevised
{
    private TeamMember()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

    public int FollowUpTeamId { get; private set; }

    public SeatKind Seat { get; private set; }

    public LocalizedText Function { get; private set; } = null!;

    public LocalizedText? Name { get; private set; }

    public bool NamePublic { get; private set; }

    public DateOnly? LeftOn { get; private set; }

    public static TeamMember Of(SeatKind seat, LocalizedText function, LocalizedText? name, bool namePublic)
    {
        var member = new TeamMember();
        member.Revise(seat, function, name, namePublic, null);
        return member;
    }

    public void Revise(SeatKind seat, LocalizedText function, LocalizedText? name, bool namePublic, DateOnly? leftOn) =>
        (Seat, Function, Name, NamePublic, LeftOn) = (seat, function, name, namePublic, leftOn);

    public bool Sits(DateOnly on) => LeftOn is null || LeftOn > on;
}

internal sealed class FollowUpTeamConfiguration : IEntityTypeConfiguration<FollowUpTeam>
{
    public void Configure(EntityTypeBuilder<FollowUpTeam> builder)
    {
        builder.ToTable("charter_teams");
        builder.Property(team => team.Decision).HasMaxLength(FollowUpTeam.DecisionLength);
        builder.Property(team => team.DocumentsKey).HasMaxLength(FollowUpTeam.DocumentsKeyLength);
        builder.Ignore(team => team.DocumentsSubject);
        builder.HasIndex(team => team.DecidedOn);
        builder.HasMany(team => team.Members).WithOne().HasForeignKey(member => member.FollowUpTeamId);
    }
}

internal sealed class TeamMemberConfiguration : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> builder) => builder.ToTable("charter_team_members");
}
