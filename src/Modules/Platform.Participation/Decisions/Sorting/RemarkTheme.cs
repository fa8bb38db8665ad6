using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Participation.Contributions;

namespace Platform.Participation.Decisions.Sorting;

/// <summary>A remark is about a theme. It may be about several.</summary>
internal sealed class RemarkTheme
{
    private RemarkTheme()
    {
    }

    public int Id { get; private set; }

    public int RemarkId { get; private set; }

    public int ThemeId { get; private set; }

    public static RemarkTheme Of(int remark, Theme theme) => new() { RemarkId = remark, ThemeId = theme.Id };
}

internal sealed class RemarkThemeConfiguration : IEntityTypeConfiguration<RemarkTheme>
{
    public void Configure(EntityTypeBuilder<RemarkTheme> builder)
    {
        builder.ToTable("remark_themes");
        builder.HasIndex(one => new { one.RemarkId, one.ThemeId }).IsUnique();
        builder.HasIndex(one => one.ThemeId);
        builder.HasOne<Remark>().WithMany(remark => remark.Themes).HasForeignKey(one => one.RemarkId);
        builder.HasOne<Theme>().WithMany().HasForeignKey(one => one.ThemeId);
    }
}
