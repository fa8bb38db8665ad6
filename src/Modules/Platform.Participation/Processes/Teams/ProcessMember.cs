using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;

namespace Platform.Participation.Processes.Teams;

/// <summary>An account of the commune that runs a process, with others. The public reads offices (<see cref="Process.Team"/>) and never an account.</summary>
internal sealed class ProcessMember : IUnseen
{
    private ProcessMember()
    {
    }

    public int Id { get; private set; }

    public int ProcessId { get; private set; }

    public int Account { get; private set; }

    public static ProcessMember Of(Process process, int account) => new() { ProcessId = process.Id, Account = account };
}

internal sealed class ProcessMemberConfiguration : IEntityTypeConfiguration<ProcessMember>
{
    public void Configure(EntityTypeBuilder<ProcessMember> builder)
    {
        builder.ToTable("process_members");
        builder.HasIndex(member => new { member.ProcessId, member.Account }).IsUnique();
        builder.HasIndex(member => member.Account);
        builder.HasOne<Process>().WithMany().HasForeignKey(member => member.ProcessId);
    }
}
