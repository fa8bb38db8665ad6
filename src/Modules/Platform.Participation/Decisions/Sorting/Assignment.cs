using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Participation.Contributions;

namespace Platform.Participation.Decisions.Sorting;

/// <summary>Who of the team or the committee looks after a remark until it has its answer. One person at a time; the public never sees who.</summary>
internal sealed class Assignment : IUnseen
{
    private Assignment()
    {
    }

    public int Id { get; private set; }

    public int RemarkId { get; private set; }

    public int Account { get; private set; }

    /// <summary>Account of who gave it to them.</summary>
    public int By { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    public static Assignment Of(int remark, int account, int by, DateTime at)
    {
        var assignment = new Assignment { RemarkId = remark };
        assignment.GoTo(account, by, at);
        return assignment;
    }

    public void GoTo(int account, int by, DateTime at) => (Account, By, At) = (account, by, at);
}

internal sealed class AssignmentConfiguration : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("remark_assignments");
        builder.HasIndex(assignment => assignment.RemarkId).IsUnique();
        builder.HasIndex(assignment => assignment.Account);
        builder.HasOne<Remark>().WithOne(remark => remark.Assignment).HasForeignKey<Assignment>(assignment => assignment.RemarkId);
    }
}
