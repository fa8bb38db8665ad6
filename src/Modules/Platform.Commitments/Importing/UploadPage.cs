using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.Ui.Office;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Importing;

/// <summary>Uploading a document, and the imports that were begun.</summary>
internal abstract class UploadPage(CommuneContext db, ImportWording wording, IStringLocalizer<OfficeTexts> refusals) : WorkspacePage
{
    private const int Shown = 20;

    public ImportWording Wording { get; } = wording;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public bool Updates { get; set; }

    public IReadOnlyList<ImportLine> Imports { get; private set; } = [];

    /// <summary>Where the templates are, without what their names end in.</summary>
    public abstract string Templates { get; }

    /// <summary>Where what there is now is exported, without what its name ends in.</summary>
    public abstract string Exports { get; }

    /// <summary>There is something to export, and the public can see it.</summary>
    public bool HasExports { get; protected set; } = true;

    protected CommuneContext Db { get; } = db;

    public async Task OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), Wording["FileMissing"]);
        }
        else if (await UnderstandAsync(Upload, cancellation) is { } draft)
        {
            Db.Add(draft);
            RecordBegun(draft);
            await Db.SaveChangesAsync(cancellation);
            return RedirectToPage("ImportReview", new { id = draft.Id });
        }

        await ReadAsync(cancellation);
        return Invalid();
    }

    /// <returns>Nothing where nothing of the file was understood.</returns>
    protected abstract Task<UnderstoodFile?> UnderstandAsync(OfficeFile file, string name, CancellationToken cancellation);

    protected abstract void RecordBegun(UnderstoodFile draft);

    private async Task<UnderstoodFile?> UnderstandAsync(IFormFile upload, CancellationToken cancellation)
    {
        try
        {
            await using var stream = upload.OpenReadStream();
            if (await UnderstandAsync(await OfficeReader.ReadAsync(stream, cancellation), NameOf(upload), cancellation) is { } draft)
            {
                return draft;
            }

            ModelState.AddModelError(nameof(Upload), Wording["NothingUnderstood"]);
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

    /// <summary>The imports that were begun, the latest first.</summary>
    protected abstract Task<List<ImportLine>> LinesAsync(CancellationToken cancellation);

    protected static Task<List<ImportLine>> LinesAsync<T>(IQueryable<T> drafts, CancellationToken cancellation)
        where T : UnderstoodFile => drafts
        .AsNoTracking()
        .Where(draft => draft.State != ImportState.Discarded)
        .OrderByDescending(draft => draft.UploadedAt)
        .ThenByDescending(draft => draft.Id)
        .Take(Shown)
        .Select(draft => new ImportLine(draft.Id, draft.FileName, draft.State, draft.UploadedAt))
        .ToListAsync(cancellation);

    private async Task ReadAsync(CancellationToken cancellation) => Imports = await LinesAsync(cancellation);
}

internal sealed record ImportLine(int Id, string FileName, ImportState State, DateTime UploadedAt);
