using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Contributions.Answering;
using Platform.Participation.Decisions.Sorting;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Participation.Decisions.Desk;

/// <summary>One remark on the desk: what it is about, what is like it, what the committee thinks, and the answer that it has.</summary>
[Workspace(Area.Participation, Committee = true)]
internal sealed class RemarkDeskModel(
    RemarkReader reader, IdeaMerger merger, Sorter sorter, CommuneContext db, IPeople people, AuditTrail audit, IStringLocalizer<DecisionsTexts> texts,
    IStringLocalizer<SortingTexts> sorting, TimeProvider time) : WorkspacePage
{
    private const int MostLike = 10;

    /// <summary>So many remarks on the same matter are compared.</summary>
    private const int MostCompared = 400;

    public Consultation Consultation { get; private set; } = null!;

    public Remark Remark { get; private set; } = null!;

    public RemarkLine Line { get; private set; } = null!;

    /// <summary>Others that say much the same of the same matter, the most alike first.</summary>
    public IReadOnlyList<RemarkLine> Like { get; private set; } = [];

    public IReadOnlyList<Opinion> Opinions { get; private set; } = [];

    public IReadOnlyDictionary<int, string> Names { get; private set; } = new Dictionary<int, string>();

    public Decision? Decision { get; private set; }

    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    /// <summary>Of an idea: the others that it could be put together with, those like it first, by the number of their remarks.</summary>
    public IReadOnlyList<(int Remark, Matter Card)> Mergeable { get; private set; } = [];

    /// <summary>Of an idea that was put together with another: the other one.</summary>
    public (int Remark, Matter Card)? MergedWith { get; private set; }

    /// <summary>Ideas that were put together with this one, by the number of their remarks.</summary>
    public IReadOnlyList<int> Together { get; private set; } = [];

    /// <summary>Number of the remark of the idea that this one is put together with.</summary>
    [BindProperty]
    public int? Into { get; set; }

    public IEnumerable<SelectListItem> MergeChoices => [new("–", ""), .. Mergeable.Select(other => new SelectListItem(
        $"{sorting["IdeaNumber", other.Remark].Value} {other.Card.Title!.In(Language)}", other.Remark.ToString(CultureInfo.InvariantCulture)))];

    [BindProperty]
    public Outcome? Outcome { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>What the browser keeps the opinion under while it is written.</summary>
    public string KeepKey => string.Create(CultureInfo.InvariantCulture, $"opinion-{Remark.Id}");

    public bool MayAct => Person.May(Area.Participation);

    public IReadOnlyList<SelectListItem> Outcomes =>
        texts.Choices<Outcome>("Outcome_");

    public async Task<IActionResult> OnGetAsync(string slug, int id, CancellationToken cancellation) =>
        await LoadAsync(slug, id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, int id, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, id, cancellation))
        {
            return NotFound();
        }

        if (Outcome is null)
        {
            ModelState.AddModelError(nameof(Outcome), texts["OutcomeNeeded"]);
        }

        if (Text?.Length > Opinion.LongestText)
        {
            ModelState.AddModelError(nameof(Text), texts["NoteTooLong"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        db.Add(Opinion.On(Remark, Person.Account, Outcome!.Value, string.IsNullOrWhiteSpace(Text) ? null : Text, time.UtcNow()));
        audit.Record("remark.opinion-given", $"remark:{Remark.Id}", after: new { Outcome });
        await db.SaveChangesAsync(cancellation);
        (Notice, SavedForm) = (texts["OpinionSaved"], KeepKey);
        return To($"/workspace/consultations/{slug}/remarks/{id}");
    }

    public async Task<IActionResult> OnPostMergeAsync(string slug, int id, CancellationToken cancellation)
    {
        if (!MayAct)
        {
            return Forbid();
        }

        if (!await LoadAsync(slug, id, cancellation))
        {
            return NotFound();
        }

        if (Into is not { } into || !await merger.MergeAsync(Consultation, id, into, cancellation))
        {
            ModelState.AddModelError(nameof(Into), sorting["IdeaNeeded"]);
            return Invalid();
        }

        Notice = sorting["IdeasMerged"];
        return To($"/workspace/consultations/{slug}/remarks/{id}");
    }

    public async Task<IActionResult> OnPostApartAsync(string slug, int id, CancellationToken cancellation)
    {
        if (!MayAct)
        {
            return Forbid();
        }

        if (!await LoadAsync(slug, id, cancellation))
        {
            return NotFound();
        }

        await merger.TakeApartAsync(Consultation, id, cancellation);
        Notice = sorting["IdeasApart"];
        return To($"/workspace/consultations/{slug}/remarks/{id}");
    }

    private async Task<bool> LoadAsync(string slug, int id, CancellationToken cancellation)
    {
        var one = db.Set<Remark>().Where(remark => remark.Id == id && db.Set<Consultation>().Any(its => its.Id == remark.ConsultationId && its.Slug == slug));
        if (await one.AsNoTracking().Include(remark => remark.Decision).SingleOrDefaultAsync(cancellation) is not { } remark)
        {
            return false;
        }

        (Remark, Decision) = (remark, remark.Decision);
        Consultation = await db.Set<Consultation>().AsNoTracking().SingleAsync(its => its.Id == remark.ConsultationId, cancellation);
        var matters = await reader.MattersAsync(Consultation.Id, cancellation);
        Line = (await RemarkReader.LinesAsync(one, matters, cancellation)).Single();
        Like = await LikeAsync(remark, matters, cancellation);
        var opinions = await db.Set<Opinion>().AsNoTracking().Where(opinion => opinion.RemarkId == id).OrderByDescending(opinion => opinion.Id).ToListAsync(cancellation);
        Opinions = [.. opinions.DistinctBy(opinion => opinion.Account)];
        Themes = [.. (await sorter.ThemesAsync(Consultation, Language, cancellation)).Where(theme => Line.Themes.Contains(theme.Id))];
        Names = await people.NamesAsync(
            [.. Opinions.Select(opinion => opinion.Account), .. Decision is null ? [] : new[] { Decision.DecidedBy }, .. Line.AssignedTo is { } hand ? [hand] : Array.Empty<int>()],
            cancellation);
        if (remark.Kind == RemarkKind.Idea && Line.Matter is { } card)
        {
            await LoadIdeasAsync(remark, card, cancellation);
        }

        return true;
    }

    private async Task LoadIdeasAsync(Remark remark, Matter card, CancellationToken cancellation)
    {
        var standing = await merger.StandingAsync(Consultation.Id, cancellation);
        if (card.MergedInto is { } into)
        {
            MergedWith = standing.Where(other => other.Value.Key == into).Select(other => ((int, Matter)?)(other.Key, other.Value)).FirstOrDefault();
            return;
        }

        var others = standing.Where(other => other.Key != remark.Id).Select(other => (Remark: other.Key, Card: other.Value)).ToList();
        var like = LikeIdeas.Among($"{card.Title!.Ar} {card.Title.Fr}", others, other => $"{other.Card.Title!.Ar} {other.Card.Title.Fr}", MostLike);
        Mergeable = [.. like, .. others.Except(like)];
        Together = await db.Set<Remark>().AsNoTracking()
            .Where(other => other.ConsultationId == Consultation.Id && other.Kind == RemarkKind.Idea && other.Matter!.MergedInto == card.Key)
            .OrderBy(other => other.Id).Select(other => other.Id).ToListAsync(cancellation);
    }

    private async Task<IReadOnlyList<RemarkLine>> LikeAsync(Remark remark, IReadOnlyList<Matter> matters, CancellationToken cancellation)
    {
        // Each idea has a card of its own: ideas are compared with each other.
        var idea = remark.Kind == RemarkKind.Idea;
        var others = await db.Set<Remark>().AsNoTracking()
            .Where(other => other.ConsultationId == remark.ConsultationId && (idea ? other.Kind == RemarkKind.Idea : other.MatterId == remark.MatterId)
                && other.Id != remark.Id && other.State != RemarkState.Held
                && other.Kind != RemarkKind.Priority)
            .OrderByDescending(other => other.Id).Take(MostCompared).Select(other => new { other.Id, other.Folded }).ToListAsync(cancellation);
        var alike = LikeIdeas.Among(remark.Folded, others, other => other.Folded, MostLike).Select(other => other.Id).ToList();
        var lines = await RemarkReader.LinesAsync(db.Set<Remark>().Where(other => alike.Contains(other.Id)), matters, cancellation);
        return [.. lines.OrderBy(line => alike.IndexOf(line.Id))];
    }
}
