using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Documents.Library;
using Platform.Kernel.People;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Documents.Desk;

/// <summary>A document on the desk: what is said of it, its files, whether it is public.</summary>
[Workspace(Area.Documents)]
internal sealed class EditModel(IStringLocalizer<LibraryTexts> texts, IStringLocalizer<CommonTexts> common) : DeskPage
{
    public Document Document { get; private set; } = null!;

    [BindProperty]
    public DocumentInput Input { get; set; } = new();

    [BindProperty]
    public int Revision { get; set; }

    public EditConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellation)
    {
        if (await FindAsync(number, cancellation) is not { } document)
        {
            return NotFound();
        }

        (Document, Input, Revision) = (document, DocumentInput.From(document), document.Revision);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancellation)
    {
        if (await FindAsync(number, cancellation) is not { } document)
        {
            return NotFound();
        }

        Document = document;
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Input.WriteTo(document);
        Db.EditedFrom(document, Revision);
        Audit.RecordChange("document.edited", $"document:{number}", document);
        try
        {
            await Db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ShowConflictAsync(number, cancellation);
        }

        Notice = Words["Saved"];
        return Back(number);
    }

    private async Task<IActionResult> ShowConflictAsync(int number, CancellationToken cancellation)
    {
        Db.ChangeTracker.Clear();
        if (await FindAsync(number, cancellation) is not { } theirs)
        {
            return NotFound();
        }

        (Document, Revision) = (theirs, theirs.Revision);
        ModelState.Remove(nameof(Revision));
        ConflictingField[] fields =
        [
            new(common["Title"], InWords(LocalizedInput.From(theirs.Title)), InWords(Input.Title)),
            new(Words["Summary"], InWords(LocalizedInput.From(theirs.Summary)), InWords(Input.Summary)),
            new(texts["Kind"], texts["Kind_" + theirs.Kind], texts["Kind_" + Input.Kind]),
            new(texts["Date"], Formats.Date(theirs.Date), Formats.Date(Input.Date)),
            new(texts["Origin"], theirs.Origin, Input.Origin),
        ];
        Conflict = new(null, [.. fields.Where(field => field.Theirs != field.Mine)], $"/{Language.Tag}/workspace/documents/{number}");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private static string? InWords(LocalizedInput input) => input.IsEmpty ? null : string.Join(" · ", new[] { input.Ar, input.Fr, input.Zgh }.OfType<string>());
}
