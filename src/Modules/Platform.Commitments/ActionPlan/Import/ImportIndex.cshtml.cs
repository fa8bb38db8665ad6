using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui.Office;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>Uploading a plan document, and the imports that were begun.</summary>
[Workspace(Area.ActionPlan)]
internal sealed class ImportIndexModel(
    CommuneContext db, AuditTrail audit, TimeProvider time, IStringLocalizer<ImportTexts> texts, IStringLocalizer<OfficeTexts> refusals) : WorkspacePage
{
    private const int Shown = 20;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public bool Updates { get; set; }

    public IReadOnlyList<ImportLine> Imports { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), texts["FileMissing"]);
        }
        else if (await UnderstandAsync(Upload, cancellation) is { } draft)
        {
            db.Add(draft);
            audit.Record("plan.import-begun", "plan-import", draft.FileName);
            await db.SaveChangesAsync(cancellation);
            return RedirectToPage("ImportReview", new { id = draft.Id });
        }

        await ReadAsync(cancellation);
        return Invalid();
    }

    private async Task<ImportDraft?> UnderstandAsync(IFormFile upload, CancellationToken cancellation)
    {
        try
        {
            await using var stream = upload.OpenReadStream();
            var file = await OfficeReader.ReadAsync(stream, cancellation);
            var plan = await StandingPlan.WorkedOnAsync(db, time.TodayInMorocco(), cancellation);
            var understood = PlanUnderstanding.Of(file, [.. plan.Axes.Select(axis => (axis.Number, axis.Texts[PlanField.AxisTitle]))]);
            if (understood.Rows.Count > 0)
            {
                return ImportDraft.Of(NameOf(upload), file.Format, understood, Updates, Person.Actor, time.UtcNow());
            }

            ModelState.AddModelError(nameof(Upload), texts["NothingUnderstood"]);
        }
        catch (OfficeRefusedException refused)
        {
            ModelState.AddModelError(nameof(Upload), refusals[refused.Reason.ToString()]);
        }

        return null;
    }

    /// <summary>Without the folders that some browsers send, and what nobody can see.</summary>
    private static string NameOf(IFormFile upload)
    {
        var name = Cleaning.Clean(upload.FileName);
        return name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
    }

    private async Task ReadAsync(CancellationToken cancellation) => Imports = await db.Set<ImportDraft>()
        .AsNoTracking()
        .Where(draft => draft.State != ImportState.Discarded)
        .OrderByDescending(draft => draft.UploadedAt)
        .ThenByDescending(draft => draft.Id)
        .Take(Shown)
        .Select(draft => new ImportLine(draft.Id, draft.FileName, draft.State, draft.UploadedAt))
        .ToListAsync(cancellation);
}

internal sealed record ImportLine(int Id, string FileName, ImportState State, DateTime UploadedAt);
