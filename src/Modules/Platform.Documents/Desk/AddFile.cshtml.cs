using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Documents.FileTypes;
using Platform.Documents.Library;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Documents.Desk;

/// <summary>Adds a variant to a document, or a new version of a file that it has; the earlier one stays.</summary>
[Workspace(Area.Documents)]
internal sealed class AddFileModel : DeskPage
{
    public Document Document { get; private set; } = null!;

    [BindProperty]
    public FileInput Input { get; set; } = new();

    [BindProperty]
    public FilesInput Files { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellation)
    {
        if (await FindAsync(number, cancellation) is not { } document)
        {
            return NotFound();
        }

        Document = document;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancellation)
    {
        if (await FindAsync(number, cancellation) is not { } document)
        {
            return NotFound();
        }

        Document = document;
        var accepted = await Files.ReceiveAsync(Keeper, ModelState, nameof(Files), cancellation);
        if (Files.StoreDown)
        {
            return StoreDown();
        }

        if (accepted && Files.Received.Count != 1)
        {
            ModelState.AddModelError(nameof(Files), Words["OneFileNeeded"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var file = await Keeper.TakeOverAsync(document, Files.Received[0].Code, Input.Language, Input.Variant, Input.Note, cancellation);
        Audit.Record(
            "document.file-added", $"document:{number}", Input.Note,
            after: new { file.Name, Language = FileLanguageTag.Of(file.Language), Variant = MachineWord.Of(file.Variant), file.Version, file.Digest });
        try
        {
            await Db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Somebody added the same version at the same moment; the file is still there for another try.
            Db.ChangeTracker.Clear();
            ModelState.AddModelError("", Words["SameVersion"]);
            return Invalid();
        }

        Notice = Words[document.IsPublished ? "FileAddedPublic" : "FileAdded", file.Version];
        return Back(number);
    }

    internal sealed class FileInput
    {
        [EnumDataType(typeof(FileLanguage), ErrorMessage = "ValidationInvalid")]
        public FileLanguage Language { get; set; }

        [EnumDataType(typeof(FileVariant), ErrorMessage = "ValidationInvalid")]
        public FileVariant Variant { get; set; }

        [MaxLength(DocumentFile.NoteLength)]
        public string? Note { get; set; }
    }
}
