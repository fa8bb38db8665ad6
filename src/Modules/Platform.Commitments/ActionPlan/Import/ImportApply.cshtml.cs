using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>Asks before a draft is applied, and says what the public will see.</summary>
[Workspace(Area.ActionPlan)]
internal sealed class ImportApplyModel(CommuneContext db, PlanImporter importer, IStringLocalizer<ImportTexts> texts) : WorkspacePage
{
    public ImportDraft Draft { get; private set; } = null!;

    public IReadOnlyList<CheckedRow> Rows { get; private set; } = [];

    public bool Ready => Rows.Any(row => row.Action != RowChoice.Skip) && !Rows.Any(row => row.Blocks);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation))
        {
            return NotFound();
        }

        return Draft.State == ImportState.Open ? Page() : RedirectToPage("ImportReview", new { id });
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        var answer = await importer.ApplyAsync(id, cancellation);
        if (answer is ImportAnswer.Done or ImportAnswer.DoneBefore)
        {
            Notice = answer == ImportAnswer.Done ? texts["Applied"] : texts["AppliedBefore"];
            return RedirectToPage("ImportReview", new { id });
        }

        if (answer == ImportAnswer.NotThere || !await ReadAsync(id, cancellation))
        {
            return NotFound();
        }

        ModelState.AddModelError("", texts["ApplyRefused"]);
        return Invalid();
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellation)
    {
        var draft = await db.Set<ImportDraft>().AsNoTracking().FirstOrDefaultAsync(draft => draft.Id == id, cancellation);
        if (draft is null || draft.State == ImportState.Discarded)
        {
            return false;
        }

        Draft = draft;
        Rows = draft.State == ImportState.Open ? await importer.CheckAsync(draft, cancellation) : [];
        return true;
    }
}
