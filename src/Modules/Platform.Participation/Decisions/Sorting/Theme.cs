using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;

namespace Platform.Participation.Decisions.Sorting;

/// <summary>
/// What remarks are about in the team's own words, whatever card or paragraph they were made on. Made while reading, renamed and merged at will; the report of
/// the round says what was said by theme.
/// </summary>
internal sealed class Theme : IRevised
{
    public const int NameLength = 80;

    private Theme()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

    public int ConsultationId { get; private set; }

    public LocalizedText Name { get; private set; } = null!;

    /// <summary>The Arabic name in the form in which texts are compared: one theme of a name in a consultation.</summary>
    public string Folded { get; private set; } = "";

    public static Theme Of(Consultation consultation, LocalizedText name)
    {
        var theme = new Theme { ConsultationId = consultation.Id };
        theme.Rename(name);
        return theme;
    }

    public void Rename(LocalizedText name) => (Name, Folded) = (name, FoldedOf(name));

    public static string FoldedOf(LocalizedText name)
    {
        var folded = Folding.Fold(name.Ar);
        return folded.Length <= NameLength ? folded : folded[..NameLength];
    }
}

internal sealed class ThemeConfiguration : IEntityTypeConfiguration<Theme>
{
    public void Configure(EntityTypeBuilder<Theme> builder)
    {
        builder.ToTable("themes");
        builder.Property(theme => theme.Folded).HasMaxLength(Theme.NameLength);
        builder.HasIndex(theme => new { theme.ConsultationId, theme.Folded }).IsUnique();
        builder.HasOne<Consultation>().WithMany().HasForeignKey(theme => theme.ConsultationId);
    }
}
