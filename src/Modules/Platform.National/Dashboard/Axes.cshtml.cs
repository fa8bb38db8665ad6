using Microsoft.AspNetCore.Mvc;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.National.Comparison;
using Platform.National.StandardLibrary;
using Platform.Ui.Sites;

namespace Platform.National.Dashboard;

/// <summary>All communes × the axes of the DGCT frame.</summary>
internal sealed class AxesModel(
    NationalContext db, ICommuneCatalog catalog, WordedLibrary library, TimeProvider time, AxesReader reader, StandardAxes axes, Words words)
    : DashboardPage(db, catalog, library, time)
{
    public Words Words { get; } = words;

    public IReadOnlyList<StandardAxis> Axes { get; } = axes.All;

    public AxesTable Table { get; private set; } = null!;

    public int Pages => PageNumber.PagesOf(Table.Total, DashboardRequest.PageSize);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await AskAsync(Axes.Select(axis => AxesReader.Column(axis.Number)), cancellation) is { } refusal)
        {
            return refusal;
        }

        Table = await reader.PageAsync(Asked, Language, cancellation);
        return Asked.Page > 1 && Asked.Page > Pages ? NotFound() : Page();
    }
}
