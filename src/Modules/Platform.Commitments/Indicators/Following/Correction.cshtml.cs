using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Indicators.Figures;
using Platform.Commitments.Indicators.Snapshots;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Indicators.Following;

/// <summary>Counts a period again whose rows changed since its snapshot: a further version with its reason, both shown to readers.</summary>
[Workspace(Area.Indicators)]
internal sealed class CorrectionPage(
    IndicatorReader reader, FigureReader figures, SnapshotTaker taker, IStringLocalizer<IndicatorsTexts> texts) : WorkspacePage
{
    public IndicatorSheet Sheet { get; private set; } = null!;

    public Period? Period { get; private set; }

    public IndicatorSnapshot? Snapshot { get; private set; }

    public Evidence? Now { get; private set; }

    public bool Differs => Snapshot is { } snapshot && Now?.Differs(snapshot) == true;

    [BindProperty, Required, MaxLength(IndicatorSnapshot.ReasonLength)]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(string code, string? period, CancellationToken cancellation) =>
        await LoadAsync(code, period, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(string code, string? period, CancellationToken cancellation)
    {
        if (await LoadAsync(code, period, cancellation) is { } refused)
        {
            return refused;
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Period is { } corrected && Differs)
        {
            await taker.CorrectAsync(code, corrected, Reason!, Functions.Of(Person), cancellation);
            Notice = texts["Corrected_Done", Formats.Period(corrected)];
        }

        return RedirectToPage(new { code, period = Period?.ToString() });
    }

    private async Task<IActionResult?> LoadAsync(string code, string? period, CancellationToken cancellation)
    {
        if (await reader.SheetAsync(code, cancellation) is not { Indicator.MeasureKey: not null } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        Period = sheet.LatestPeriod;
        if (!string.IsNullOrEmpty(period))
        {
            if (!Kernel.Time.Period.TryParse(period, out var asked) || sheet.Of(asked) is null)
            {
                return BadRequest();
            }

            Period = asked;
        }

        if (Period is { } shown && (Snapshot = sheet.Of(shown)) is not null)
        {
            Now = await figures.ReadAsync(sheet.Rules, shown, sheet.Parts, cancellation);
        }

        return null;
    }
}
