using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Communes;
using Platform.Ui.Sites;

namespace Platform.Commitments.Indicators;

/// <summary>All indicators of the commune, by what they follow.</summary>
[Feature(Feature.Indicators)]
internal sealed class IndicatorsPage(IndicatorReader reader) : CommunePage
{
    [FromQuery(Name = "q")]
    public string? Search { get; set; }

    [FromQuery(Name = "kind")]
    public string? Kind { get; set; }

    [FromQuery(Name = "link")]
    public string? Link { get; set; }

    [FromQuery(Name = "value")]
    public string? Value { get; set; }

    public IndicatorFilter Filter { get; private set; } = null!;

    public IReadOnlyList<ListedIndicator> Shown { get; private set; } = [];

    public int All { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (IndicatorFilter.Read(Kind, Link, Value, Search) is not { } filter)
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        Filter = filter;
        var all = (await reader.ListAsync(cancellation)).Where(listed => listed.IsShown).ToList();
        All = all.Count;
        Shown = [.. all.Where(filter.Keeps)];
        return Page();
    }
}
