using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Indicators.Figures;
using Platform.Commitments.Indicators.Library;
using Platform.Commitments.Indicators.Submissions;
using Platform.Data;
using Platform.Kernel.Files;
using Platform.Kernel.Indicators;
using Platform.Kernel.Measures;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Indicators.Entering;

/// <summary>The values of an indicator that is entered by hand: all versions, and the form for another.</summary>
[Workspace(Area.Indicators)]
internal sealed class ValuesPage(
    CommuneContext db, ValueEntry entry, ReviewedValues reviewed, WholeLibrary library, MeasureBook measures, IDocuments documents, IStringLocalizer<IndicatorsTexts> texts) : WorkspacePage
{
    public Indicator Indicator { get; private set; } = null!;

    public IReadOnlyList<ManualValue> Versions { get; private set; } = [];

    public IReadOnlyList<Period> Periods { get; private set; } = [];

    public ILookup<string, AttachedDocument> Evidence { get; private set; } = Array.Empty<AttachedDocument>().ToLookup(_ => "");

    /// <summary>The period that the form is for.</summary>
    public Period Period { get; private set; }

    /// <summary>What the platform counts of the value, with the name of the measure; none where it counts nothing of it.</summary>
    public KnownPart? Part { get; private set; }

    public bool Locked { get; private set; }

    /// <summary>What the browser keeps this form under while it is filled.</summary>
    public string KeepKey => $"value:{Indicator.Code}:{Period}";

    public ReportingPeriodState? Reporting { get; private set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    public FilesInput Files { get; set; } = new();

    public ManualValue? Latest => Versions.FirstOrDefault(value => value.Period == Period);

    public bool IsShare => Indicator.Kind is IndicatorKind.Percentage or IndicatorKind.Ratio;

    public IEnumerable<SelectListItem> Steps =>
        Indicator.Scale.Select(step => new SelectListItem($"{Formats.Number(step.Value)} · {step.Statement.In(Language)}", step.Value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)));

    public async Task<IActionResult> OnGetAsync(string code, string? period, CancellationToken cancellation)
    {
        if (!await LoadAsync(code, cancellation))
        {
            return NotFound();
        }

        if (!Choose(period))
        {
            return BadRequest();
        }

        await LoadStateAsync(cancellation);
        if (Latest is { } latest)
        {
            Input = new()
            {
                Value = latest.Value,
                Numerator = latest.Numerator,
                Denominator = latest.Denominator,
                Source = LocalizedInput.From(latest.Source),
                Note = LocalizedInput.From(latest.Note),
            };
        }

        Input.Seen = Latest?.Version ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, string? period, CancellationToken cancellation)
    {
        if (!await LoadAsync(code, cancellation))
        {
            return NotFound();
        }

        if (!Choose(period))
        {
            return BadRequest();
        }

        await LoadStateAsync(cancellation);
        Check();
        await Files.ReceiveAsync(documents, ModelState, nameof(Files), cancellation);
        if (!ModelState.IsValid)
        {
            return Invalid(Files);
        }

        var value = new NewValue(
            Period, Input.Seen, Input.Value, Input.Numerator, Input.Denominator, Input.Source.ToText()!, Input.Note.ToText(), Latest is null ? null : Input.Reason);
        switch (await entry.EnterAsync(Indicator, value, Files.Received, cancellation))
        {
            case EntryOutcome.Locked:
                ModelState.AddModelError("", texts["ValueLocked"]);
                return Invalid();
            case EntryOutcome.Overtaken:
                Versions = await entry.VersionsAsync(Indicator, cancellation);
                ModelState.AddModelError("", texts["ValueOvertaken"]);
                ModelState.Remove("Input.Seen");
                Input.Seen = Latest?.Version ?? 0;
                var page = Page();
                Response.StatusCode = StatusCodes.Status409Conflict;
                return page;
            default:
                (Notice, SavedForm) = (texts["ValueEntered", Indicator.Name.In(Language), Formats.Period(Period)], KeepKey);
                return RedirectToPage(new { code, period = Period.ToString() });
        }
    }

    private async Task<bool> LoadAsync(string code, CancellationToken cancellation)
    {
        if (code.Length > Indicator.CodeLength
            || await db.Set<Indicator>().SingleOrDefaultAsync(indicator => indicator.Code == code && (indicator.MeasureKey == null || indicator.MeasuredFrom != null), cancellation) is not { } indicator)
        {
            return false;
        }

        Indicator = indicator;
        Periods = entry.Periods(indicator);
        Versions = await entry.VersionsAsync(indicator, cancellation);
        return Periods.Count > 0;
    }

    private bool Choose(string? period)
    {
        if (string.IsNullOrEmpty(period))
        {
            Period = Periods[0];
            return true;
        }

        var known = Period.TryParse(period, out var asked) && Periods.Contains(asked);
        Period = asked;
        return known;
    }

    private async Task LoadStateAsync(CancellationToken cancellation)
    {
        Evidence = await documents.OfAsync(
            [.. Versions.Select(value => value.Period).Append(Period).Distinct().Select(period => ExpectedValue.SubjectOf(Indicator.Code, period))],
            unpublished: true, cancellation);
        Part = library.Definition(Indicator.Code)?.PartKey is { } part && await measures.RowsAsync(part, Period, cancellation) is { Count: > 0 } rows ? new(part, rows) : null;
        Locked = await reviewed.IsLockedAsync(Indicator, Period, cancellation);
        Reporting = await reviewed.PeriodOfAsync(Indicator.Level, Indicator.MeasureFor(Period), Period, cancellation) is { } reporting ? new(reporting, null) : null;
    }

    private void Check()
    {
        if (IsShare)
        {
            Require(Input.Numerator, nameof(Input.Numerator));
            Require(Input.Denominator, nameof(Input.Denominator));
            if (Input.Numerator < 0 || Input.Denominator < 0)
            {
                ModelState.AddModelError("Input." + (Input.Numerator < 0 ? nameof(Input.Numerator) : nameof(Input.Denominator)), texts["ValueNegative"]);
            }
            else if (Indicator.Kind == IndicatorKind.Percentage && Input.Numerator > Input.Denominator)
            {
                ModelState.AddModelError("Input.Numerator", texts["NumeratorTooLarge"]);
            }
            else if (Input is { Numerator: { } numerator, Denominator: { } denominator } && !Shares.IsStorable(Indicator.Kind, numerator, denominator))
            {
                ModelState.AddModelError("Input.Denominator", "ValidationInvalid");
            }
        }
        else
        {
            Require(Input.Value, nameof(Input.Value));
            if (Indicator.Kind == IndicatorKind.Count && Input.Value is { } count && (count < 0 || count != decimal.Truncate(count)))
            {
                ModelState.AddModelError("Input.Value", texts["ValueNoCount"]);
            }
            else if (Indicator.Kind == IndicatorKind.Scale && Input.Value is { } step && !Indicator.Scale.Any(known => known.Value == step))
            {
                ModelState.AddModelError("Input.Value", texts["ValueNoStep"]);
            }
        }

        if (Latest is not null && string.IsNullOrWhiteSpace(Input.Reason))
        {
            ModelState.AddModelError("Input.Reason", texts["ReasonNeeded"]);
        }
    }

    private void Require(decimal? number, string field)
    {
        if (number is null && ModelState["Input." + field] is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError("Input." + field, "ValidationRequired");
        }
    }

    /// <summary>What of the value the platform knows.</summary>
    internal sealed record KnownPart(string Measure, IReadOnlyList<MeasureRow> Rows)
    {
        public decimal Numerator => Rows.Sum(row => row.Numerator);

        public decimal Denominator => Rows.Sum(row => row.Denominator);
    }

    internal sealed class InputModel
    {
        private const double Most = 1_000_000_000_000;

        public int Seen { get; set; }

        [Range(-Most, Most)]
        public decimal? Value { get; set; }

        [Range(-Most, Most)]
        public decimal? Numerator { get; set; }

        [Range(-Most, Most)]
        public decimal? Denominator { get; set; }

        [Localized(Required = true, Longest = 400)]
        public LocalizedInput Source { get; set; } = new();

        [Localized(Longest = 2000)]
        public LocalizedInput Note { get; set; } = new();

        [MaxLength(ManualValue.ReasonLength)]
        public string? Reason { get; set; }
    }
}
