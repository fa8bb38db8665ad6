using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme.Exchange;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.OpennessProgramme.Import;

/// <summary>An openness programme as it was understood of a file, row by row.</summary>
[Workspace(Area.Openness)]
internal sealed class ProgrammeImportReviewModel(
    CommuneContext db, ProgrammeImporter importer, AuditTrail audit, IStringLocalizer<ProgrammeImportTexts> texts, IStringLocalizer<ImportingTexts> shared) : ReviewPage(db, new(texts, shared))
{
    private ProgrammeDraft draft = null!;
    private IReadOnlyList<CheckedPart> rows = [];

    public override IReadOnlyList<ImportCount> Counts =>
        draft is { State: not ImportState.Open, Outcome: { } outcome } ? ProgrammeReviewRows.Count(outcome) : ProgrammeReviewRows.Count(rows);

    public override string Home => "~/workspace/openness";

    public override string Kept => "openness-import";

    protected override async Task<UnderstoodFile?> FindAsync(int id, CancellationToken cancellation) =>
        draft = (await Db.Set<ProgrammeDraft>().FirstOrDefaultAsync(draft => draft.Id == id, cancellation))!;

    protected override async Task<IReadOnlyList<ReviewRow>> CheckAsync(CancellationToken cancellation)
    {
        rows = await importer.CheckAsync(draft, cancellation);
        return [.. rows.Select(row => ProgrammeReviewRows.Of(row, Language))];
    }

    protected override IEnumerable<string> ColumnsOf(int key) => draft.Rows.Single(row => row.Key == key).Columns.Select(column => column.Key);

    protected override void Correct(int key, IReadOnlyDictionary<string, string> typed, RowChoice choice) =>
        draft.Correct(row => row.Key == key ? row.Correct(new PartTexts(typed), choice) : row);

    protected override void Choose(int key, RowChoice choice) => draft.Correct(row => row.Key == key ? row.Choose(choice) : row);

    protected override void Discard()
    {
        draft.Discard();
        audit.Record("openness.import-discarded", string.Create(CultureInfo.InvariantCulture, $"openness-import:{draft.Id}"), draft.FileName);
    }

    protected override void RecordReopened(UnderstoodFile draft) =>
        audit.Record("openness.import-reopened", string.Create(CultureInfo.InvariantCulture, $"openness-import:{draft.Id}"), draft.FileName);

    protected override Task<ImportAnswer> UndoAsync(int id, CancellationToken cancellation) => importer.UndoAsync(id, cancellation);
}
