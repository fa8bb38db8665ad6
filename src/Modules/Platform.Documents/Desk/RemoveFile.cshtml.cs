using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Data.Auditing;
using Platform.Documents.Library;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Documents.Desk;

/// <summary>Removes a file for good, for example because it shows personal data; that there was one, and why it went, stays.</summary>
[Workspace(Area.Documents)]
internal sealed class RemoveFileModel : DeskPage
{
    public Document Document { get; private set; } = null!;

    public DocumentFile Removed { get; private set; } = null!;

    [BindProperty, Required, MaxLength(AuditEntry.ReasonLength)]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(int number, int file, CancellationToken cancellation) =>
        await ReadAsync(number, file, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number, int file, CancellationToken cancellation)
    {
        if (!await ReadAsync(number, file, cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Removed.Remove(Now);
        Audit.Record("document.file-removed", $"document:{number}", Reason, before: new { Removed.Name, Removed.Version, Removed.Digest });
        await Db.SaveChangesAsync(cancellation);
        Notice = Words["FileRemoved"];
        return Back(number);
    }

    private async Task<bool> ReadAsync(int number, int file, CancellationToken cancellation)
    {
        if (await FindAsync(number, cancellation) is not { } document || document.Files.Find(one => one.Id == file && one.RemovedAt is null) is not { } found)
        {
            return false;
        }

        (Document, Removed) = (document, found);
        return true;
    }
}
