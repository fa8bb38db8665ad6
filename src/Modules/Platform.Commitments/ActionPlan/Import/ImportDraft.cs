using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Importing;
using Platform.Ui.Office;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>A plan as it was understood of a file.</summary>
internal sealed class ImportDraft : UnderstoodFile<ImportRow, ImportOutcome>
{
    private ImportDraft()
    {
    }

    public static ImportDraft Of(string fileName, OfficeFormat format, UnderstoodPlan understood, bool updates, string by, DateTime now)
    {
        var draft = new ImportDraft { Rows = understood.Rows };
        draft.Receive(fileName, format, understood.Notes, updates, by, now);
        return draft;
    }
}

internal sealed class ImportDraftConfiguration : IEntityTypeConfiguration<ImportDraft>
{
    public void Configure(EntityTypeBuilder<ImportDraft> builder)
    {
        builder.ToTable("plan_import_drafts");
        builder.HasUnderstoodFile<ImportDraft, ImportRow, ImportOutcome>();
    }
}
