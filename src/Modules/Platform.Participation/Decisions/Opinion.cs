using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Participation.Contributions;

namespace Platform.Participation.Decisions;

/// <summary>
/// What a member of the committee or of the team thinks that the answer to a remark should be. It prepares the decision and stays among them until that is
/// published; then the public reads it too, without the member's name. Of each member the last one counts.
/// </summary>
internal sealed class Opinion : IImmutable
{
    public const int LongestText = 2000;

    private Opinion()
    {
    }

    public int Id { get; private set; }

    public int RemarkId { get; private set; }

    public int Account { get; private set; }

    public Outcome Outcome { get; private set; }

    public string? Text { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    public static Opinion On(Remark remark, int account, Outcome outcome, string? text, DateTime at) =>
        new() { RemarkId = remark.Id, Account = account, Outcome = outcome, Text = text, At = at };
}

internal sealed class OpinionConfiguration : IEntityTypeConfiguration<Opinion>
{
    public void Configure(EntityTypeBuilder<Opinion> builder)
    {
        builder.ToTable("opinions");
        builder.Property(opinion => opinion.Text).HasMaxLength(Opinion.LongestText);
        builder.HasIndex(opinion => new { opinion.RemarkId, opinion.Account });
        builder.HasOne<Remark>().WithMany().HasForeignKey(opinion => opinion.RemarkId);
    }
}
