using Microsoft.AspNetCore.Mvc;
using Platform.Ui.Sites;

namespace Platform.Documents.Library;

/// <summary>A published document: its files by variant and language, earlier versions behind them.</summary>
internal sealed class DocumentModel(DocumentReader documents) : CommunePage
{
    public Document Document { get; private set; } = null!;

    public IReadOnlyList<DocumentFile> Newest { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellation)
    {
        if (await documents.FindAsync(number, unpublished: false, cancellation) is not { } document)
        {
            return NotFound();
        }

        Document = document;
        Newest = DocumentReader.Newest(document.Files);
        return Page();
    }

    /// <summary>Earlier versions of a file that are still there, the latest first.</summary>
    public IReadOnlyList<DocumentFile> Before(DocumentFile file) =>
    [
        .. Document.Files
            .Where(other => other.RemovedAt is null && other.Language == file.Language && other.Variant == file.Variant && other.Version < file.Version)
            .OrderByDescending(other => other.Version),
    ];
}
