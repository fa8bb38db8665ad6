using Microsoft.AspNetCore.Mvc;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.National.Comparison;
using Platform.National.StandardLibrary;
using Platform.Ui.Sites;

namespace Platform.National.Dashboard;

/// <summary>All communes × the chosen indicators.</summary>
internal sealed class IndexModel(
    NationalContext db, ICommuneCatalog catalog, WordedLibrary library, TimeProvider time, DashboardReader reader, Words words)
    : DashboardPage(db, catalog, library, time)
{
    public Words Words { get; } = words;

    public DashboardTable Table { get; private set; } = null!;

    public int Pages => PageNumber.PagesOf(Table.Total, DashboardRequest.PageSize);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await AskAsync(null, cancellation) is { } refusal)
        {
            return refusal;
        }

        Table = await reader.PageAsync(Asked, Language, cancellation);
        return Asked.Page > 1 && Asked.Page > Pages ? NotFound() : Page();
    }
}
