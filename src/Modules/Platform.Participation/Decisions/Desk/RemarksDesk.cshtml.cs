using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions.Sifting;
using Platform.Ui;
using Platform.Ui.Workspace;

namespace Platform.Participation.Decisions.Desk;

/// <summary>The remarks of a consultation as they come in: read, shown or held back, gathered for one answer. Committees read; the team acts.</summary>
[Workspace(Area.Participation, Committee = true)]
internal sealed class RemarksDeskModel(
    RemarkReader reader, Answering answering, Bursts bursts, CommuneContext db, IStringLocalizer<DecisionsTexts> texts, IStringLocalizer<ContributionsTexts> words) : WorkspacePage
{
    public Consultation Consultation { get; private set; } = null!;

    public RemarkFilter Filter { get; private set; } = new();

    public IReadOnlyList<Matter> Matters { get; private set; } = [];

    public RemarkPage List { get; private set; } = null!;

    public IReadOnlyDictionary<RemarkState, int> Counts { get; private set; } = new Dictionary<RemarkState, int>();

    public int Unanswered { get; private set; }

    /// <summary>What else is like the remarks of this page, by number.</summary>
    public IReadOnlyDictionary<int, Burst> Like { get; private set; } = new Dictionary<int, Burst>();

    /// <summary>What was held back in one act, where what is held back is looked at.</summary>
    public IReadOnlyList<SiftingAct> Sifted { get; private set; } = [];

    public bool MayAct => Person.May(Area.Participation);

    /// <summary>Numbers of the remarks that were ticked.</summary>
    [BindProperty]
    public List<int> Remark { get; set; } = [];

    [BindProperty]
    public HoldReason? Reason { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The act of holding back many that can be undone, by its instant.</summary>
    [TempData]
    public string? Undo { get; set; }

    public IReadOnlyList<SelectListItem> Reasons =>
        [new("–", ""), .. Enum.GetValues<HoldReason>().Select(reason => new SelectListItem(words["Hold_" + reason], reason.ToString()))];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await LoadAsync(slug, cancellation) is { } refusal)
        {
            return refusal;
        }

        return Filter.Page > List.Pages ? NotFound() : Page();
    }

    public Task<IActionResult> OnPostShowAsync(string slug, CancellationToken cancellation) =>
        ActAsync(slug, async () => texts.Count("ShownCount", await answering.ShowAsync(Consultation, Remark, cancellation)), cancellation);

    public Task<IActionResult> OnPostHoldAsync(string slug, CancellationToken cancellation) =>
        ActAsync(slug, async () => texts.Count("HeldCount", await answering.HoldAsync(Consultation, Remark, Reason!.Value, Note, cancellation)), cancellation, reason: true);

    /// <summary>Everything that the filter means, on all pages.</summary>
    public Task<IActionResult> OnPostHoldAllAsync(string slug, CancellationToken cancellation) => ActAsync(slug, async () =>
    {
        var (count, at) = await answering.HoldAllAsync(Consultation, Filter.Apply(Remarks, About()), Reason!.Value, cancellation);
        Undo = count > 0 ? at.Ticks.ToString(CultureInfo.InvariantCulture) : null;
        return texts.Count("HeldCount", count);
    }, cancellation, chosen: false, reason: true);

    public Task<IActionResult> OnPostUndoAsync(string slug, long at, CancellationToken cancellation) => ActAsync(
        slug, async () => texts.Count("ShownCount", await answering.ShowAgainAsync(Consultation, new DateTime(at, DateTimeKind.Utc), cancellation)), cancellation, chosen: false);

    /// <summary>To the form in which the ticked remarks get one answer.</summary>
    public Task<IActionResult> OnPostAnswerAsync(string slug, CancellationToken cancellation) => ActAsync(slug, () => Task.FromResult<string?>(null), cancellation,
        then: $"/{Language.Tag}/workspace/consultations/{slug}/decisions/edit{string.Concat(Remark.Select((id, place) => $"{(place == 0 ? '?' : '&')}remark={id}"))}");

    /// <summary>To the form in which everything that the filter means, and that has no answer, gets one.</summary>
    public Task<IActionResult> OnPostAnswerAllAsync(string slug, CancellationToken cancellation) => ActAsync(slug, () => Task.FromResult<string?>(null), cancellation,
        chosen: false, then: $"/{Language.Tag}/workspace/consultations/{slug}/decisions/edit{Request.QueryString.RemoveHandler().Add("all", "1")}");

    private IQueryable<Remark> Remarks => db.Set<Remark>().Where(remark => remark.ConsultationId == Consultation.Id);

    private async Task<IActionResult> ActAsync(
        string slug, Func<Task<string?>> act, CancellationToken cancellation, bool chosen = true, bool reason = false, string? then = null)
    {
        if (!MayAct)
        {
            return Forbid();
        }

        if (await LoadAsync(slug, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (chosen && Remark.Count is 0 or > Answering.MostAtOnce)
        {
            ModelState.AddModelError("remarks", texts["ChooseRemarks"]);
        }

        if (reason && Reason is null)
        {
            ModelState.AddModelError(nameof(Reason), texts["HoldReasonNeeded"]);
        }

        if (Note?.Length > Contributions.Remark.NoteLength)
        {
            ModelState.AddModelError(nameof(Note), texts["NoteTooLong"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        try
        {
            Notice = await act() ?? Notice;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            Notice = texts["ChangedMeanwhile"];
        }

        return Redirect(then ?? $"/{Language.Tag}/workspace/consultations/{slug}/remarks{Request.QueryString.RemoveHandler()}");
    }

    private IReadOnlyList<int>? About() => Filter.About is { } key ? RemarkReader.Within(Matters, key) : null;

    private async Task<IActionResult?> LoadAsync(string slug, CancellationToken cancellation)
    {
        if (await db.Set<Consultation>().FirstOrDefaultAsync(one => one.Slug == slug && one.AnnouncedAt != null, cancellation) is not { } consultation)
        {
            return NotFound();
        }

        if (!RemarkFilter.TryRead(Request.Query, out var filter))
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        (Consultation, Filter) = (consultation, filter);
        Matters = await reader.MattersAsync(consultation.Id, cancellation);
        var about = About();
        if (filter.About is not null && about is null)
        {
            return NotFound();
        }

        Counts = await Remarks.GroupBy(remark => remark.State).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        Unanswered = await Remarks.CountAsync(
            remark => remark.State != RemarkState.Held && remark.Kind != RemarkKind.Priority && (remark.Decision == null || remark.Decision.PublishedAt == null), cancellation);
        List = await RemarkReader.PageAsync(filter.Apply(Remarks, about), filter, Matters, cancellation);
        Like = await bursts.OfAsync(consultation.Id, [.. List.Lines.Select(line => line.Id)], cancellation);
        Sifted = filter.State == RemarkState.Held ? await bursts.ActsAsync(consultation.Id, cancellation) : [];
        return null;
    }
}
