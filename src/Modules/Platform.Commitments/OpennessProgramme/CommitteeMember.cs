using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>A member of the drafting, follow-up and evaluation committee: named in a public decision, in a public function.</summary>
internal sealed class CommitteeMember
{
    public const int NameLength = 160;

    private CommitteeMember()
    {
    }

    public int Id { get; private set; }

    public int ProgrammeId { get; private set; }

    public int Position { get; private set; }

    public CommitteeGroup Group { get; private set; }

    /// <summary>As the decision writes it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What the member is in the commune.</summary>
    public LocalizedText? Function { get; private set; }

    /// <summary>What the member is in the committee.</summary>
    public LocalizedText? Role { get; private set; }

    public static CommitteeMember Of(int position, CommitteeGroup group, string name, LocalizedText? function, LocalizedText? role) =>
        new() { Position = position, Group = group, Name = name, Function = function, Role = role };

    public void Describe(int position, CommitteeGroup group, string name, LocalizedText? function, LocalizedText? role) =>
        (Position, Group, Name, Function, Role) = (position, group, name, function, role);
}

internal sealed class CommitteeMemberConfiguration : IEntityTypeConfiguration<CommitteeMember>
{
    public void Configure(EntityTypeBuilder<CommitteeMember> builder)
    {
        builder.ToTable("openness_committee_members");
        builder.Property(member => member.Name).HasMaxLength(CommitteeMember.NameLength);
        builder.HasIndex(member => new { member.ProgrammeId, member.Position });
    }
}
