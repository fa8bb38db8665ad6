using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Indicators.Figures;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Indicators.Following;

/// <summary>Lets the platform count, from a period on, what the commune entered by hand. What was entered stays, and values of earlier periods can still come.</summary>
[Workspace(Area.Indicators)]
internal sealed class CountPage(
    CommuneContext db, CountableOffers offers, MeasureBook measures, AuditTrail audit, TimeProvider time, IStringLocalizer<IndicatorsTexts> texts) : WorkspacePage
{
    public Indicator Indicator { get; private set; } = null!;

    /// <summary>What the platform would count for the period that runs, as things are now.</summary>
    public Figure? Now { get; private set; }

    public Period Running { get; private set; }

    [BindProperty]
    public string? From { get; set; }

    public IEnumerable<SelectListItem> Periods => offers.Periods(Indicator).Select(period => new SelectListItem(Formats.Period(period), period.ToString()));

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation) => await LoadAsync(code, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        if (!await LoadAsync(code, cancellation))
        {
            return NotFound();
        }

        if (!Period.TryParse(From, out var from) || !offers.Periods(Indicator).Contains(from))
        {
            ModelState.AddModelError(nameof(From), texts["CountFromWrong"]);
            return Invalid();
        }

        var measure = offers.MeasureOf(Indicator)!;
        Indicator.CountFrom(measure, from);
        audit.Record("indicator.counted", $"indicator:{Indicator.Code}", after: new { MeasureKey = measure, MeasuredFrom = from.ToString() });
        if (await db.SavedAsync(cancellation))
        {
            Notice = texts["CountFromDone", Indicator.Name.In(Language), Formats.Period(from)];
        }

        // Where somebody else changed the indicator in this moment: look again at what it is now.
        return To($"/workspace/indicators/{code}");
    }

    private async Task<bool> LoadAsync(string code, CancellationToken cancellation)
    {
        if (code.Length > Indicator.CodeLength || await db.Set<Indicator>().SingleOrDefaultAsync(one => one.Code == code, cancellation) is not { } indicator
            || offers.MeasureOf(indicator) is not { } measure)
        {
            return false;
        }

        Indicator = indicator;
        Running = Period.Containing(time.TodayInMorocco(), indicator.Periodicity);
        Now = (await measures.MeasureAsync([measure], Running, cancellation)).GetValueOrDefault(measure);
        return true;
    }
}
