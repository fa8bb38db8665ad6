using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.National.Comparison;
using Platform.National.Intake;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.National.CommuneOffice;

/// <summary>The communes of the platform with their state, for operators.</summary>
[Staff(Role.Operator)]
internal sealed class IndexModel(ICommuneOffice office) : StaffPage
{
    public const int PageSize = 50;

    public string Words { get; private set; } = "";

    public string? State { get; private set; }

    public int Number { get; private set; }

    public int Pages => PageNumber.PagesOf(Found, PageSize);

    public int All { get; private set; }

    public int Found { get; private set; }

    public IReadOnlyList<OfficeCommune> Communes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var query = new QueryReader(Request.Query);
        (Words, State, Number) = (query.Search(), query.Choice("state", CommuneWords.Filters), query.Page());
        if (!query.Understood(out var refusal))
        {
            return StatusCode(refusal ?? StatusCodes.Status400BadRequest);
        }

        var all = await office.AllAsync(cancellation);
        var words = Folding.Fold(Words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = all
            .Where(commune => State is null || CommuneWords.Matches(commune, State))
            .Where(commune => Array.TrueForAll(words, NationalCommune.SearchTextOf(commune.Commune).Contains) || commune.Commune.Code.StartsWith(Words, StringComparison.Ordinal))
            .OrderBy(commune => CommuneWords.HasFailed(commune) ? 0 : 1)
            .ThenBy(commune => Folding.Fold(commune.Commune.Name.In(Language)), StringComparer.Ordinal)
            .ToList();
        (All, Found) = (all.Count, found.Count);
        Communes = [.. found.Skip((Number - 1) * PageSize).Take(PageSize)];
        return Number > Pages ? NotFound() : Page();
    }
}
