using System.Globalization;
using Microsoft.AspNetCore.Mvc;
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
        if (!await Db.SavedAsync(cancellation))
        {
            return await ConflictAsync(number, cancellation);
        }

        (Notice, SavedForm) = (Words["Saved"], string.Create(CultureInfo.InvariantCulture, $"document:{number}"));
        return Back(number);
    }

    private async Task<IActionResult> ConflictAsync(int number, CancellationToken cancellation)
    {
        if (await FindAsync(number, cancellation) is not { } theirs)
        {
            return NotFound();
        }

        (Document, Revision) = (theirs, theirs.Revision);
        return Conflicting(
        [
            .. EditConflict.Differing(common["Title"], theirs.Title, Input.Title.ToText()),
            .. EditConflict.Differing(Words["Summary"], theirs.Summary, Input.Summary.ToText()),
            .. EditConflict.Differing(texts["Kind"], texts["Kind_" + theirs.Kind], texts["Kind_" + Input.Kind]),
            .. EditConflict.Differing(texts["Date"], Formats.Date(theirs.Date), Formats.Date(Input.Date)),
            .. EditConflict.Differing(texts["Origin"], theirs.Origin, Input.Origin),
        ]);
    }
}
