using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme.Exchange;
using Platform.Ui.Office;

namespace Platform.Commitments.OpennessProgramme.Import;

/// <summary>An openness programme as it was understood of a file.</summary>
internal sealed class ProgrammeDraft : UnderstoodFile<ProgrammeRow, ProgrammeOutcome>
{
    private ProgrammeDraft()
    {
    }

    public static ProgrammeDraft Of(string fileName, OfficeFormat format, UnderstoodProgramme understood, bool updates, string by, DateTime now)
    {
        var draft = new ProgrammeDraft { Rows = understood.Rows };
        draft.Receive(fileName, format, understood.Notes, updates, by, now);
        return draft;
    }
}

/// <summary>What applying an import did.</summary>
/// <param name="ProgrammeAdded">There was no programme before.</param>
/// <param name="Changes">In the order in which they were made.</param>
internal sealed record ProgrammeOutcome(bool ProgrammeAdded, IReadOnlyList<ChangedPart> Changes, int Skipped)
{
    public int Added(PartKind kind) => Changes.Count(change => change.Kind == kind && change.Before is null);

    public int Updated(PartKind kind) => Changes.Count(change => change.Kind == kind && change.Before is not null);
}

/// <param name="Before">None where the part was added.</param>
internal sealed record ChangedPart(PartKind Kind, PartTexts? Before, PartTexts After);

internal sealed class ProgrammeDraftConfiguration : IEntityTypeConfiguration<ProgrammeDraft>
{
    public void Configure(EntityTypeBuilder<ProgrammeDraft> builder)
    {
        builder.ToTable("openness_import_drafts");
        builder.HasUnderstoodFile<ProgrammeDraft, ProgrammeRow, ProgrammeOutcome>();
    }
}
