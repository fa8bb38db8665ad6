using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Workspace;

namespace Platform.National.Reporting;

/// <summary>Which periods communes report, and by when.</summary>
[Staff(Role.DgctOfficer)]
internal sealed class PeriodsModel(NationalContext db, AuditTrail audit, TimeProvider time, IStringLocalizer<ReportingTexts> texts) : StaffPage
{
    public IReadOnlyList<OpenPeriod> Open { get; private set; } = [];

    /// <summary>How many communes submitted each period.</summary>
    public IReadOnlyDictionary<Period, int> Submitted { get; private set; } = new Dictionary<Period, int>();

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The last quarters and years, and the running ones.</summary>
    public IEnumerable<SelectListItem> Choices
    {
        get
        {
            var today = time.TodayInMorocco();
            return new[] { Periodicity.Quarterly, Periodicity.Yearly, Periodicity.Monthly }
                .SelectMany(periodicity => Back(Period.Containing(today, periodicity), periodicity == Periodicity.Yearly ? 2 : 4))
                .Where(period => Open.All(open => open.Period != period))
                .Select(period => new SelectListItem(Formats.Period(period), period.ToString()));
        }
    }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var today = time.TodayInMorocco();
        Input = new() { OpensOn = today, DueOn = today.AddMonths(1) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!Period.TryParse(Input.Period, out var period))
        {
            ModelState.AddModelError("Input.Period", texts["PeriodUnknown"]);
        }
        else if (Open.Any(open => open.Period == period))
        {
            ModelState.AddModelError("Input.Period", texts["PeriodOpen"]);
        }

        CheckDays(period);
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        db.Add(OpenPeriod.Of(period, Input.OpensOn!.Value, Input.DueOn!.Value));
        audit.Record("reporting-period.opened", $"reporting-period:{period}", after: new { Input.OpensOn, Input.DueOn });
        await db.SaveChangesAsync(cancellation);
        Notice = texts["PeriodOpened", Formats.Period(period)];
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostMoveAsync(int id, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (await db.Set<OpenPeriod>().FindAsync([id], cancellation) is not { } open)
        {
            return NotFound();
        }

        CheckDays(open.Period);
        ModelState.Remove("Input.Period");
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var before = new { open.OpensOn, open.DueOn };
        open.Move(Input.OpensOn!.Value, Input.DueOn!.Value);
        audit.Record("reporting-period.moved", $"reporting-period:{open.Period}", before: before, after: new { open.OpensOn, open.DueOn });
        await db.SaveChangesAsync(cancellation);
        Notice = texts["PeriodMoved", Formats.Period(open.Period)];
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Open = await db.Set<OpenPeriod>().AsNoTracking().OrderByDescending(open => open.Start).ToListAsync(cancellation);
        Submitted = await db.Set<NationalSubmission>().GroupBy(submission => submission.Period)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
    }

    private void CheckDays(Period period)
    {
        if (Input.OpensOn is { } opens && Input.DueOn is { } due)
        {
            if (due < opens)
            {
                ModelState.AddModelError("Input.DueOn", texts["DueBeforeOpening"]);
            }
            else if (period != default && due <= period.End)
            {
                ModelState.AddModelError("Input.DueOn", texts["DueBeforeEnd"]);
            }
        }
    }

    private static IEnumerable<Period> Back(Period from, int count)
    {
        for (var i = 0; i < count; i++, from = from.Previous())
        {
            yield return from;
        }
    }

    internal sealed class InputModel
    {
        [Required]
        public string? Period { get; set; }

        [Required]
        public DateOnly? OpensOn { get; set; }

        [Required]
        public DateOnly? DueOn { get; set; }
    }
}
