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

    [BindProperty]
    public DaysModel Move { get; set; } = new();

    /// <summary>Key of the period whose days were refused.</summary>
    public int? Moved { get; private set; }

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
        Input = Suggested();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Only(nameof(Input));
        if (!Period.TryParse(Input.Period, out var period))
        {
            ModelState.AddModelError("Input.Period", texts["PeriodUnknown"]);
        }
        else if (Open.Any(open => open.Period == period))
        {
            ModelState.AddModelError("Input.Period", texts["PeriodOpen"]);
        }

        CheckDays(period, nameof(Input), Input);
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

        Only(nameof(Move));
        CheckDays(open.Period, nameof(Move), Move);
        if (!ModelState.IsValid)
        {
            (Moved, Input) = (id, Suggested());
            return Invalid();
        }

        var before = new { open.OpensOn, open.DueOn };
        open.Move(Move.OpensOn!.Value, Move.DueOn!.Value);
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

    private InputModel Suggested()
    {
        var today = time.TodayInMorocco();
        return new() { OpensOn = today, DueOn = today.AddMonths(1) };
    }

    /// <summary>The page has two forms: what the other one lacks is no mistake of this one.</summary>
    private void Only(string form)
    {
        foreach (var key in ModelState.Keys.Where(key => !key.StartsWith(form + ".", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }
    }

    private void CheckDays(Period period, string form, DaysModel days)
    {
        if (days is { OpensOn: { } opens, DueOn: { } due })
        {
            if (due < opens)
            {
                ModelState.AddModelError(form + ".DueOn", texts["DueBeforeOpening"]);
            }
            else if (period != default && due <= period.End)
            {
                ModelState.AddModelError(form + ".DueOn", texts["DueBeforeEnd"]);
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

    internal class DaysModel
    {
        [Required]
        public DateOnly? OpensOn { get; set; }

        [Required]
        public DateOnly? DueOn { get; set; }
    }

    internal sealed class InputModel : DaysModel
    {
        [Required]
        public string? Period { get; set; }
    }
}
