using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Ui.Sites;

namespace Platform.Documents.Library;

/// <summary>The commune's published documents, with filters and search.</summary>
internal sealed class DocumentsModel(DocumentReader documents) : CommunePage
{
    public DocumentFilter Filter { get; private set; } = new();

    public DocumentPage Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!DocumentFilter.TryRead(Request.Query, out var filter))
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        Filter = filter;
        Found = await documents.ListAsync(filter, unpublished: false, filter.Page, DocumentFilter.PageSize, cancellation);
        return filter.Page > Math.Max(1, Found.Pages) ? NotFound() : Page();
    }
}
