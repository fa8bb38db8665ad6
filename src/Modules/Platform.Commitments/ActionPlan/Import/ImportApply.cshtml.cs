using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.ActionPlan.Editing;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.Editing;
using Platform.Commitments.Importing;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>Asks before a draft is applied to the plan, and says what the public will see of an adoption among its rows.</summary>
[Workspace(Area.ActionPlan)]
internal sealed class ImportApplyModel(
    CommuneContext db, PlanImporter importer, IStringLocalizer<ImportTexts> texts, IStringLocalizer<ImportingTexts> shared, IStringLocalizer<EditingTexts> common,
    IStringLocalizer<PlanEditingTexts> editing) : ApplyPage(new(texts, shared), common)
{
    private ImportDraft draft = null!;
    private IReadOnlyList<CheckedRow> rows = [];
    private string[] effects = [];

    public override IReadOnlyList<ImportCount> Counts => ImportCounts.Of(rows).All;

    public override IReadOnlyList<string> PublicWillSee => effects;

    protected override async Task<UnderstoodFile?> FindAsync(int id, CancellationToken cancellation) =>
        draft = (await db.Set<ImportDraft>().AsNoTracking().FirstOrDefaultAsync(draft => draft.Id == id, cancellation))!;

    protected override async Task<IReadOnlyList<ReviewRow>> CheckAsync(CancellationToken cancellation)
    {
        rows = await importer.CheckAsync(draft, cancellation);
        if (rows.Any(row => row.Adopts))
        {
            effects = await EffectsAsync(cancellation);
        }

        return [.. rows.Select(row => PlanReviewRows.Of(row, Language))];
    }

    protected override Task<ImportAnswer> ApplyAsync(int id, bool confirmed, CancellationToken cancellation) => importer.ApplyAsync(id, confirmed, cancellation);

    /// <summary>What the page that records an adoption says too.</summary>
    private async Task<string[]> EffectsAsync(CancellationToken cancellation)
    {
        var plan = await db.WorkedOnPlan().AsNoTracking().FirstOrDefaultAsync(cancellation);
        if (plan?.PublishedAt is null)
        {
            return [editing["AdoptedNotPublic"]];
        }

        var earlier = await db.EarlierPlans(plan.Number).AsNoTracking().FirstOrDefaultAsync(cancellation);
        return [editing["AdoptedPublic"], .. earlier is null ? [] : new[] { editing["AdoptedSucceeds", earlier.Title.In(Language)].Value }, editing["AdoptedFigures"]];
    }
}
