using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Documents.Library;
using Platform.Kernel.Files;
using Platform.Kernel.Time;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Documents.Desk;

/// <summary>What the pages for the documents' desk share.</summary>
internal abstract class DeskPage : WorkspacePage
{
    protected CommuneContext Db => Service<CommuneContext>();

    protected AuditTrail Audit => Service<AuditTrail>();

    protected DocumentKeeper Keeper => Service<DocumentKeeper>();

    protected IStringLocalizer<DeskTexts> Words => Service<IStringLocalizer<DeskTexts>>();

    protected DateTime Now => Service<TimeProvider>().UtcNow();

    public IEnumerable<SelectListItem> Kinds => Texts.Choices<DocumentKind>("Kind_");

    public IEnumerable<SelectListItem> FileLanguages => Texts.Choices<FileLanguage>("Language_");

    public IEnumerable<SelectListItem> Variants => Texts.Choices<FileVariant>("Variant_");

    /// <summary>The document with all its files, to be changed; null where there is none.</summary>
    protected Task<Document?> FindAsync(int number, CancellationToken cancellation) =>
        Db.Set<Document>().Include(document => document.Files).FirstOrDefaultAsync(document => document.Id == number, cancellation);

    /// <summary>The form again because the store did not answer. 503.</summary>
    protected PageResult StoreDown()
    {
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Page();
    }

    /// <summary>The page of the document on the desk.</summary>
    protected IActionResult Back(int number) => To($"/workspace/documents/{number}");

    private T Service<T>()
        where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();

    private IStringLocalizer<LibraryTexts> Texts => Service<IStringLocalizer<LibraryTexts>>();
}
