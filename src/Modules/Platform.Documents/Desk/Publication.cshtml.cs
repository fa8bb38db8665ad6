using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Documents.Library;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Documents.Desk;

/// <summary>Asks before a document becomes public, and says what the public will see; or before it is withdrawn, which needs a reason.</summary>
[Workspace(Area.Documents)]
internal sealed class PublicationModel : DeskPage
{
    public Document Document { get; private set; } = null!;

    public IReadOnlyList<DocumentFile> Shown { get; private set; } = [];

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty, MaxLength(AuditEntry.ReasonLength)]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellation)
    {
        if (!await ReadAsync(number, cancellation))
        {
            return NotFound();
        }

        Revision = Document.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancellation)
    {
        if (!await ReadAsync(number, cancellation))
        {
            return NotFound();
        }

        var publish = !Document.IsPublished;
        if (publish && Shown.Count == 0)
        {
            ModelState.AddModelError("", Words["NothingToPublish"]);
        }
        else if (!publish && Reason is null)
        {
            ModelState.AddModelError(nameof(Reason), "ValidationRequired");
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (publish)
        {
            Document.Publish(Now, Person.Actor);
        }
        else
        {
            Document.Unpublish();
        }

        Db.EditedFrom(Document, Revision);
        Audit.RecordChange(publish ? "document.published" : "document.withdrawn", $"document:{number}", Document, Reason);
        try
        {
            await Db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // What was confirmed is not what is there now: it is shown, and asked for again.
            Db.ChangeTracker.Clear();
            await ReadAsync(number, cancellation);
            ModelState.Remove(nameof(Revision));
            Revision = Document.Revision;
            ModelState.AddModelError("", Words["ChangedMeanwhile"]);
            Response.StatusCode = 409;
            return Page();
        }

        Notice = Words[publish ? "NowPublished" : "NowWithdrawn"];
        return Back(number);
    }

    private async Task<bool> ReadAsync(int number, CancellationToken cancellation)
    {
        if (await FindAsync(number, cancellation) is not { } document)
        {
            return false;
        }

        (Document, Shown) = (document, DocumentReader.Newest(document.Files));
        return true;
    }
}
