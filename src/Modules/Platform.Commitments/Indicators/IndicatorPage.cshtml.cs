using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Commitments.Indicators.Figures;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Commitments.Indicators;

/// <summary>One indicator: what it is, how it went, and why it is this number.</summary>
[Feature(Feature.Indicators)]
internal sealed class IndicatorPage(IndicatorReader reader, FigureReader figures) : CommunePage
{
    public IndicatorSheet Sheet { get; private set; } = null!;

    /// <summary>The period whose figure is explained: the one asked for, or the latest.</summary>
    public Period? Period { get; private set; }

    /// <summary>The snapshot of that period; none where none was taken.</summary>
    public IndicatorSnapshot? Snapshot { get; private set; }

    /// <summary>What the figure amounts to now.</summary>
    public Evidence? Evidence { get; private set; }

    /// <summary>What its public acts are recorded on: itself, and each period whose figure was corrected.</summary>
    public IReadOnlyCollection<string> Subjects =>
    [
        $"indicator:{Sheet.Indicator.Code}",
        .. Sheet.Snapshots.Where(taken => taken.Reason is not null).Select(taken => $"indicator:{Sheet.Indicator.Code}:{taken.Period}").Distinct(),
    ];

    public bool HasChanged => Snapshot is { } snapshot && Evidence?.Differs(snapshot) == true;

    public async Task<IActionResult> OnGetAsync(string code, [FromQuery(Name = "period")] string? period, CancellationToken cancellation)
    {
        Period? asked = null;
        if (!string.IsNullOrEmpty(period))
        {
            if (!Kernel.Time.Period.TryParse(period, out var read))
            {
                return StatusCode(StatusCodes.Status400BadRequest);
            }

            asked = read;
        }

        if (await reader.SheetAsync(code, cancellation) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        Period = asked ?? sheet.LatestPeriod;
        if (Period is { } shown && (Snapshot = sheet.Of(shown)) is not null)
        {
            Evidence = await figures.ReadAsync(sheet.Rules, shown, sheet.Parts, cancellation);
        }

        return Page();
    }
}
