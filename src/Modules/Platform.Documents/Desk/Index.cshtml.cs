using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Documents.Library;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Documents.Desk;

/// <summary>All documents of the commune, published or not.</summary>
[Workspace(Area.Documents)]
internal sealed class DeskModel(DocumentReader documents) : DeskPage
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
        Found = await documents.ListAsync(filter, unpublished: true, filter.Page, DocumentFilter.PageSize, cancellation);
        return filter.Page > Math.Max(1, Found.Pages) ? NotFound() : Page();
    }
}
