using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions.Sifting;
using Platform.Participation.Decisions.Sorting;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Participation.Decisions.Desk;

/// <summary>The remarks of a consultation as they come in: read, shown or held back, gathered for one answer. Committees read; the team acts.</summary>
[Workspace(Area.Participation, Committee = true)]
internal sealed class RemarksDeskModel(
    RemarkReader reader, Answering answering, Bursts bursts, Sorter sorter, CommuneContext db, IStringLocalizer<DecisionsTexts> texts,
    IStringLocalizer<ContributionsTexts> words, IStringLocalizer<SortingTexts> sorting, IPeople people, TimeProvider time) : WorkspacePage
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

    /// <summary>The day by which they had to be answered is over.</summary>
    public bool IsOverdue => Unanswered > 0 && Consultation.AnswersBy < time.TodayInMorocco();

    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    /// <summary>Names of who looks after remarks, and of who could, by account.</summary>
    public IReadOnlyDictionary<int, string> Hands { get; private set; } = new Dictionary<int, string>();

    public bool MayAct => Person.May(Area.Participation);

    /// <summary>Numbers of the remarks that were ticked.</summary>
    [BindProperty]
    public List<int> Remark { get; set; } = [];

    [BindProperty]
    public HoldReason? Reason { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The theme that is put on remarks or taken off.</summary>
    [BindProperty]
    public int? PutTheme { get; set; }

    /// <summary>A theme that is not there yet.</summary>
    [BindProperty, Localized(Longest = Theme.NameLength)]
    public LocalizedInput NewTheme { get; set; } = new();

    /// <summary>Account of who is to look after the remarks, or <see cref="RemarkFilter.None"/>.</summary>
    [BindProperty]
    public string? AssignTo { get; set; }

    /// <summary>The act of holding back many that can be undone, by its instant.</summary>
    [TempData]
    public string? Undo { get; set; }

    public IReadOnlyList<SelectListItem> Reasons =>
        words.Choices<HoldReason>("Hold_", nothing: "–");

    public IEnumerable<SelectListItem> ThemeChoices =>
        [new("–", ""), .. Themes.Select(theme => new SelectListItem(theme.Name.In(Language), theme.Id.ToString(CultureInfo.InvariantCulture)))];

    public IReadOnlyList<SelectListItem> HandChoices =>
        [.. Hands.OrderBy(hand => hand.Value, StringComparer.CurrentCulture).Select(hand => new SelectListItem(hand.Value, hand.Key.ToString(CultureInfo.InvariantCulture)))];

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
        var (count, at) = await answering.HoldAllAsync(Consultation, Meant(all: true), Reason!.Value, cancellation);
        Undo = count > 0 ? at.Ticks.ToString(CultureInfo.InvariantCulture) : null;
        return texts.Count("HeldCount", count);
    }, cancellation, chosen: false, reason: true);

    public Task<IActionResult> OnPostUndoAsync(string slug, long at, CancellationToken cancellation) => at < 0 || at > DateTime.MaxValue.Ticks
        ? Task.FromResult<IActionResult>(NotFound())
        : ActAsync(
            slug, async () => texts.Count("ShownCount", await answering.ShowAgainAsync(Consultation, new DateTime(at, DateTimeKind.Utc), cancellation)), cancellation,
            chosen: false);

    /// <summary>To the form in which the ticked remarks get one answer.</summary>
    public Task<IActionResult> OnPostAnswerAsync(string slug, CancellationToken cancellation) => ActAsync(slug, () => Task.FromResult<string?>(null), cancellation,
        then: $"/{Language.Tag}/workspace/consultations/{slug}/decisions/edit{string.Concat(Remark.Select((id, place) => $"{(place == 0 ? '?' : '&')}remark={id}"))}");

    /// <summary>To the form in which everything that the filter means, and that has no answer, gets one.</summary>
    public Task<IActionResult> OnPostAnswerAllAsync(string slug, CancellationToken cancellation) => ActAsync(slug, () => Task.FromResult<string?>(null), cancellation,
        chosen: false, then: $"/{Language.Tag}/workspace/consultations/{slug}/decisions/edit{Request.QueryString.Without("handler", "at").Add("all", "1")}");

    public Task<IActionResult> OnPostThemeAsync(string slug, CancellationToken cancellation) => PutThemeAsync(slug, all: false, cancellation);

    /// <summary>Everything that the filter means.</summary>
    public Task<IActionResult> OnPostThemeAllAsync(string slug, CancellationToken cancellation) => PutThemeAsync(slug, all: true, cancellation);

    public Task<IActionResult> OnPostThemeOffAsync(string slug, CancellationToken cancellation) => ActAsync(
        slug,
        async () => Themes.FirstOrDefault(known => known.Id == PutTheme) is { } theme
            ? sorting.Count("ThemeTaken", await sorter.TakeOffAsync(theme, Meant(all: false), cancellation), theme.Name.In(Language))
            : null,
        cancellation,
        check: () => PutTheme is null || Themes.All(theme => theme.Id != PutTheme) ? (nameof(PutTheme), sorting["ThemeNeeded"]) : null);

    public Task<IActionResult> OnPostAssignAsync(string slug, CancellationToken cancellation) => AssignAsync(slug, all: false, cancellation);

    /// <summary>Everything that the filter means.</summary>
    public Task<IActionResult> OnPostAssignAllAsync(string slug, CancellationToken cancellation) => AssignAsync(slug, all: true, cancellation);

    private IQueryable<Remark> Meant(bool all) =>
        all ? Filter.Apply(Remarks, About(), Person.Account) : Remarks.Where(remark => Remark.Contains(remark.Id));

    private Task<IActionResult> PutThemeAsync(string slug, bool all, CancellationToken cancellation) => ActAsync(
        slug,
        async () =>
        {
            var theme = NewTheme.ToText() is { } name
                ? await sorter.NamedAsync(Consultation, name, cancellation)
                : Themes.First(known => known.Id == PutTheme);
            return sorting.Count("ThemePut", await sorter.PutAsync(theme, Meant(all), cancellation), theme.Name.In(Language));
        },
        cancellation,
        chosen: !all,
        check: () => NewTheme.IsEmpty && Themes.All(theme => theme.Id != PutTheme) ? (nameof(PutTheme), sorting["ThemeNeeded"]) : null);

    private Task<IActionResult> AssignAsync(string slug, bool all, CancellationToken cancellation)
    {
        var to = int.TryParse(AssignTo, NumberStyles.None, CultureInfo.InvariantCulture, out var account) ? account : (int?)null;
        return ActAsync(
            slug,
            async () =>
            {
                var count = await sorter.AssignAsync(Consultation, Meant(all), to, cancellation);
                return to is { } whose ? sorting.Count("Assigned", count, Hands[whose]) : sorting.Count("AssignmentEnded", count);
            },
            cancellation,
            chosen: !all,
            check: () => AssignTo == RemarkFilter.None || (to is { } whose && CanBeGiven.Contains(whose)) ? null : (nameof(AssignTo), sorting["HandNeeded"]));
    }

    // A place in an order has no words to be read or answered.
    private IQueryable<Remark> Remarks => db.Set<Remark>().Where(remark => remark.ConsultationId == Consultation.Id && remark.Kind != RemarkKind.Priority);

    private async Task<IActionResult> ActAsync(
        string slug, Func<Task<string?>> act, CancellationToken cancellation, bool chosen = true, bool reason = false, string? then = null,
        Func<(string Field, string Message)?>? check = null)
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

        if (check?.Invoke() is { } wrong)
        {
            ModelState.AddModelError(wrong.Field, wrong.Message);
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
            Warning = texts["ChangedMeanwhile"];
        }

        return Redirect(then ?? $"/{Language.Tag}/workspace/consultations/{slug}/remarks{Request.QueryString.Without("handler", "at")}");
    }

    private HashSet<int> CanBeGiven { get; set; } = [];

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
        Unanswered = await Remarks.WithoutAnswer().CountAsync(cancellation);
        List = await RemarkReader.PageAsync(filter.Apply(Remarks, about, Person.Account), filter, Matters, cancellation);
        Themes = await sorter.ThemesAsync(consultation, Language, cancellation);
        var hands = await sorter.HandsAsync(cancellation);
        CanBeGiven = [.. hands.Select(member => member.Account)];

        // Who left the team is still named beside what was in their hands.
        var names = hands.ToDictionary(member => member.Account, member => member.Name);
        foreach (var (account, name) in await people.NamesAsync([.. List.Lines.Select(line => line.AssignedTo).OfType<int>().Except(CanBeGiven)], cancellation))
        {
            names[account] = name;
        }

        Hands = names;
        Like = await bursts.OfAsync(consultation.Id, [.. List.Lines.Select(line => line.Id)], cancellation);
        Sifted = filter.State == RemarkState.Held ? await bursts.ActsAsync(consultation.Id, cancellation) : [];
        return null;
    }
}
