using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Communes;
using Platform.Kernel.Jobs;
using Platform.Kernel.People;
using Platform.National.Comparison;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.National.Runs;

/// <summary>What ran by night and by hand, and how it went.</summary>
[Staff(Role.Operator, Role.Analyst, Role.DgctOfficer)]
internal sealed class IndexModel(IJobHistory history, ICommuneCatalog catalog) : StaffPage
{
    public const int PageSize = 50;

    public IReadOnlyList<string> Jobs { get; private set; } = [];

    public string? Job { get; private set; }

    public bool Failed { get; private set; }

    public int Number { get; private set; }

    public int Count { get; private set; }

    public int Pages => PageNumber.PagesOf(Count, PageSize);

    public IReadOnlyList<JobRunLine> Runs { get; private set; } = [];

    /// <summary>Communes by slug, for the runs that are for one alone.</summary>
    public IReadOnlyDictionary<string, Commune> Communes { get; private set; } = new Dictionary<string, Commune>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Jobs = await history.JobsAsync(cancellation);
        var query = new QueryReader(Request.Query);
        (Job, Failed, Number) = (query.Choice("job", Jobs), query.Choice("failed", ["1"]) is not null, query.Page());
        if (!query.Understood(out var refusal))
        {
            return StatusCode(refusal ?? StatusCodes.Status400BadRequest);
        }

        (Runs, Count) = await history.PageAsync(Job, Failed, Number, PageSize, cancellation);
        Communes = (await catalog.AllAsync(cancellation)).ToDictionary(listed => listed.Commune.Slug, listed => listed.Commune, StringComparer.Ordinal);
        return Number > Pages ? NotFound() : Page();
    }
}
