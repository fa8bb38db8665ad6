using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.Importing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>A plan as it was understood of a file, row by row.</summary>
[Workspace(Area.ActionPlan)]
internal sealed class ImportReviewModel(
    CommuneContext db, PlanImporter importer, AuditTrail audit, IStringLocalizer<ImportTexts> texts, IStringLocalizer<ImportingTexts> shared) : ReviewPage(db, new(texts, shared))
{
    private ImportDraft draft = null!;
    private IReadOnlyList<CheckedRow> rows = [];

    public override IReadOnlyList<ImportCount> Counts => draft is { State: not ImportState.Open, Outcome: { } outcome } ? ImportCounts.Of(outcome).All : ImportCounts.Of(rows).All;

    public override string Home => "~/workspace/action-plan";

    public override string Kept => "plan-import";

    protected override async Task<UnderstoodFile?> FindAsync(int id, CancellationToken cancellation) =>
        draft = (await Db.Set<ImportDraft>().FirstOrDefaultAsync(draft => draft.Id == id, cancellation))!;

    protected override async Task<IReadOnlyList<ReviewRow>> CheckAsync(CancellationToken cancellation)
    {
        rows = await importer.CheckAsync(draft, cancellation);
        return [.. rows.Select(row => PlanReviewRows.Of(row, Language))];
    }

    protected override IEnumerable<string> ColumnsOf(int key) => RowOf(key).Columns.Select(column => column.Key);

    protected override void Correct(int key, IReadOnlyDictionary<string, string> typed, RowChoice choice) =>
        draft.Correct(row => row.Key == key ? row.Correct(new PlanTexts(typed), choice) : row);

    protected override void Choose(int key, RowChoice choice) => draft.Correct(row => row.Key == key ? row.Choose(choice) : row);

    protected override void Discard()
    {
        draft.Discard();
        audit.Record("plan.import-discarded", string.Create(CultureInfo.InvariantCulture, $"plan-import:{draft.Id}"), draft.FileName);
    }

    protected override void RecordReopened(UnderstoodFile draft) =>
        audit.Record("plan.import-reopened", string.Create(CultureInfo.InvariantCulture, $"plan-import:{draft.Id}"), draft.FileName);

    protected override Task<ImportAnswer> UndoAsync(int id, CancellationToken cancellation) => importer.UndoAsync(id, cancellation);

    private ImportRow RowOf(int key) => draft.Rows.Single(row => row.Key == key);
}
