using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Communes;
using Platform.Kernel.Law;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Communes.Mirrors;

/// <summary>The figures of a period as a portal shows them; <c>?period=2026-10</c> corrects one that was copied before.</summary>
[Workspace(Area.Identity)]
internal sealed class FigureModel(
    CommuneContext db, AuditTrail audit, ServiceLaw law, TimeProvider time, IStringLocalizer<MirrorTexts> texts) : WorkspacePage
{
    private const int Months = 24;
    private const int Quarters = 8;
    private const int Years = 5;

    [BindProperty]
    public FigureInput Input { get; set; } = new();

    public Mirror Mirror { get; private set; } = null!;

    /// <summary>What "in time" means on the day of the period that the form opens with.</summary>
    public LegalRule? Deadline { get; private set; }

    public string KeepKey => $"portal-{Mirror.Slug}-{Input.Period}";

    /// <summary>Periods that have begun: months, quarters and years.</summary>
    public IEnumerable<SelectListItem> Periods => Offered().Select(period => new SelectListItem(Formats.Period(period), period.ToString()));

    public async Task<IActionResult> OnGetAsync(string slug, string? period, CancellationToken cancellation)
    {
        if (Mirror.Find(Commune, slug) is not { } mirror)
        {
            return NotFound();
        }

        Mirror = mirror;
        Input = new() { Period = Period.LastClosed(time.TodayInMorocco()).ToString(), ReadOn = time.TodayInMorocco() };
        if (string.IsNullOrEmpty(period))
        {
            await ReadDeadlineAsync(cancellation);
            return Page();
        }

        if (!Period.TryParse(period, out var asked))
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        if (await FindAsync(asked, cancellation) is not { } figure)
        {
            return NotFound();
        }

        Input = FigureInput.Of(figure);
        await ReadDeadlineAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (Mirror.Find(Commune, slug) is not { } mirror)
        {
            return NotFound();
        }

        Mirror = mirror;
        await ReadDeadlineAsync(cancellation);
        if (!Period.TryParse(Input.Period, out var period) || !Offered().Contains(period))
        {
            ModelState.AddModelError("Input.Period", texts["ChoosePeriod"]);
        }

        if (Input.InTime > (Input.Answered ?? 0))
        {
            ModelState.AddModelError("Input.InTime", texts["MoreInTime"]);
        }

        if (Input.ReadOn > time.TodayInMorocco())
        {
            ModelState.AddModelError("Input.ReadOn", texts["NotInFuture"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var figure = await FindAsync(period, cancellation);
        if (figure is not null && Input.Revision == 0)
        {
            // Not asked for as a correction: what is there is shown, and the person decides.
            return Conflicting(figure);
        }

        var isNew = figure is null;
        figure ??= PortalFigure.Of(mirror.Feature, period);
        if (isNew)
        {
            db.Add(figure);
        }
        else
        {
            db.EditedFrom(figure, Input.Revision);
        }

        var before = isNew ? null : new { figure.Received, figure.Answered, figure.InTime, figure.ReadOn, figure.Note };
        figure.Say(Input.Received!.Value, Input.Answered, Input.InTime, Input.ReadOn!.Value, Input.Note.ToText());
        audit.Record(
            isNew ? "portal.figures-copied" : "portal.figures-corrected", $"portal:{mirror.Slug}:{period}", null, before,
            new { figure.Received, figure.Answered, figure.InTime, figure.ReadOn, figure.Note });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(period, cancellation) is { } theirs)
            {
                return Conflicting(theirs);
            }

            throw;
        }

        SavedForm = KeepKey;
        Notice = texts["FigureSaved"];
        return Redirect("~/workspace/portals");
    }

    private IEnumerable<Period> Offered()
    {
        var today = time.TodayInMorocco();
        return Back(Periodicity.Monthly, Months).Concat(Back(Periodicity.Quarterly, Quarters)).Concat(Back(Periodicity.Yearly, Years));

        IEnumerable<Period> Back(Periodicity periodicity, int count)
        {
            var period = Period.Containing(today, periodicity);
            for (var left = count; left > 0; left--, period = period.Previous())
            {
                yield return period;
            }
        }
    }

    private async Task ReadDeadlineAsync(CancellationToken cancellation) => Deadline = await law.DeadlineAsync(
        Mirror.Feature, Period.TryParse(Input.Period, out var period) ? period.End : time.TodayInMorocco(), cancellation);

    private Task<PortalFigure?> FindAsync(Period period, CancellationToken cancellation)
    {
        var feature = Mirror.Feature;
        return db.Set<PortalFigure>().FirstOrDefaultAsync(figure => figure.Feature == feature && figure.Period == period, cancellation);
    }

    private PageResult Conflicting(PortalFigure theirs)
    {
        Input.Revision = theirs.Revision;
        return Conflicting(
            [
                .. EditConflict.Differing(texts["Received"], $"{theirs.Received}", $"{Input.Received}"),
                .. EditConflict.Differing(texts["Answered"], $"{theirs.Answered}", $"{Input.Answered}"),
                .. EditConflict.Differing(texts["InTime"], $"{theirs.InTime}", $"{Input.InTime}"),
                .. EditConflict.Differing(texts["ReadOn"], Formats.Date(theirs.ReadOn), Formats.Date(Input.ReadOn)),
                .. EditConflict.Differing(texts["Note"], theirs.Note, Input.Note.ToText()),
            ],
            $"{Request.PathBase}{Request.Path}?period={theirs.Period}");
    }

    internal sealed class FigureInput
    {
        public int Revision { get; set; }

        [Required]
        public string? Period { get; set; }

        [Required, Range(0, 10_000_000)]
        public int? Received { get; set; }

        [Range(0, 10_000_000)]
        public int? Answered { get; set; }

        [Range(0, 10_000_000)]
        public int? InTime { get; set; }

        [Required]
        public DateOnly? ReadOn { get; set; }

        [Localized(Longest = 500)]
        public LocalizedInput Note { get; set; } = new();

        public static FigureInput Of(PortalFigure figure) => new()
        {
            Revision = figure.Revision,
            Period = figure.Period.ToString(),
            Received = figure.Received,
            Answered = figure.Answered,
            InTime = figure.InTime,
            ReadOn = figure.ReadOn,
            Note = LocalizedInput.From(figure.Note),
        };
    }
}
