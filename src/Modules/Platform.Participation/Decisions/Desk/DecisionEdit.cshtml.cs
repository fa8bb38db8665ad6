using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions.Sorting;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Participation.Decisions.Desk;

/// <summary>One answer for one remark or for several: the outcome, the reason, and what it changed. Kept as a draft, or published and told to the authors.</summary>
[Workspace(Area.Participation)]
internal sealed class DecisionEditModel(
    RemarkReader reader, Answering answering, Undertakings undertakings, ConsultableSources sources, CommuneContext db, IStringLocalizer<DecisionsTexts> texts,
    IStringLocalizer<SortingTexts> sorting) : WorkspacePage
{
    /// <summary>Of many remarks that get one answer, so many are shown.</summary>
    private const int Examples = 10;

    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    public Consultation Consultation { get; private set; } = null!;

    public Decision? Decision { get; private set; }

    /// <summary>Public texts and cards that an answer can have changed, to choose from.</summary>
    public IReadOnlyList<(string Link, LocalizedText Title)> Places { get; private set; } = [];

    /// <summary>The remarks that the answer is for.</summary>
    public IReadOnlyList<RemarkLine> Lines { get; private set; } = [];

    /// <summary>How many it is for, where they are more than can be shown one by one; then those that are shown are the first of them.</summary>
    public int? Many { get; private set; }

    /// <summary>What a new answer for all is for, as the desk's address has it; none where single remarks were chosen.</summary>
    public RemarkFilter? All { get; private set; }

    /// <summary>What the browser keeps this form under while it is filled: what was begun for one remark does not come up for another.</summary>
    public string KeepKey => Decision is { } own
        ? string.Create(CultureInfo.InvariantCulture, $"decision-{own.Id}")
        : $"decision-{Consultation.Slug}{Request.QueryString.Value}";

    public IReadOnlyList<SelectListItem> Outcomes =>
        texts.Choices<Outcome>("Outcome_");

    /// <summary>What the proposal can have become; nothing first.</summary>
    public IReadOnlyList<SelectListItem> Undertakings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, int? id, [FromQuery] List<int> remark, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, id, remark, cancellation))
        {
            return NotFound();
        }

        if (Decision is { } standing)
        {
            Input = new()
            {
                Outcome = standing.Outcome,
                Reason = LocalizedInput.From(standing.Reason),
                Competent = LocalizedInput.From(standing.Competent),
                Change = LocalizedInput.From(standing.Change),
                ChangeLink = standing.ChangeLink,
                Became = standing.Became,
                Revision = standing.Revision,
            };
        }

        Input.Remarks = [.. Lines.Select(line => line.Id)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, int? id, bool publish, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, id, Input.Remarks, cancellation))
        {
            return NotFound();
        }

        if (Lines.Count == 0)
        {
            ModelState.AddModelError("remarks", texts["ChooseRemarks"]);
        }

        if (Input.Outcome == Outcome.OutsidePowers && Input.Competent.IsEmpty)
        {
            ModelState.AddModelError("Input.Competent.Ar", texts["CompetentNeeded"]);
        }

        if (Input.ChangeLink is { } link && !(link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal) && !link.Contains('\\') && Uri.TryCreate(link, UriKind.Relative, out _)))
        {
            ModelState.AddModelError("Input.ChangeLink", texts["ChangeLinkWrong"]);
        }

        if (Input.Became is { } became)
        {
            if (Input.Outcome is not (Outcome.TakenUp or Outcome.TakenUpInPart))
            {
                ModelState.AddModelError("Input.Became", texts["BecameOnlyTakenUp"]);
            }
            else if (!Undertakings.Any(one => one.Value == became))
            {
                ModelState.AddModelError("Input.Became", texts["BecameUnknown"]);
            }
        }

        // The round is reported, and the public was told of nothing that was left open.
        if (Many is null && Decision is { PublishedAt: not null } && Consultation is { ReportedAt: not null, ReportNote: null }
            && await db.Set<Remark>().Where(remark => remark.DecisionId == Decision.Id && remark.State != RemarkState.Held).CountAsync(cancellation)
                > Lines.Count(line => line.AnsweredAt is not null && line.State != RemarkState.Held))
        {
            ModelState.AddModelError("remarks", sorting["DroppedAfterReport"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Decision is not null)
        {
            db.EditedFrom(Decision, Input.Revision);
        }

        var text = new DecisionText(Input.Outcome!.Value, Input.Reason.ToText()!, Input.Competent.ToText(), Input.Change.ToText(), Input.ChangeLink, Input.Became);
        try
        {
            var decision = Many is null
                ? await answering.DecideAsync(Consultation, Decision, [.. Lines.Select(line => line.Id)], text, publish, cancellation)
                : await answering.DecideForAllAsync(Consultation, Decision, Meant, text, publish, cancellation);
            Notice = decision.PublishedAt is null ? texts["AnswerKept"] : texts["AnswerPublished"];
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ConflictAsync(slug, id, cancellation);
        }

        SavedForm = KeepKey;
        return To($"/workspace/consultations/{slug}/remarks?answer={RemarkFilter.Unanswered}");
    }

    private async Task<IActionResult> ConflictAsync(string slug, int? id, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        if (!await LoadAsync(slug, id, Input.Remarks, cancellation))
        {
            return NotFound();
        }

        if (Decision is not { } theirs)
        {
            // Somebody else answered some of them: those that are left are shown, with what was typed.
            Refuse("", texts["ChangedMeanwhile"]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        Input.Revision = theirs.Revision;
        return Conflicting(
        [
            .. EditConflict.Differing(texts["Outcome"], texts["Outcome_" + theirs.Outcome], texts["Outcome_" + Input.Outcome]),
            .. EditConflict.Differing(texts["Reason"], theirs.Reason, Input.Reason.ToText()),
            .. EditConflict.Differing(texts["Competent"], theirs.Competent, Input.Competent.ToText()),
            .. EditConflict.Differing(texts["Change"], theirs.Change, Input.Change.ToText()),
            .. EditConflict.Differing(texts["Became"], BecameWords(theirs.Became), BecameWords(Input.Became)),
            .. EditConflict.Differing(texts["ChangeLink"], theirs.ChangeLink, Input.ChangeLink),
        ]);
    }

    private string? BecameWords(string? became) => Undertakings.FirstOrDefault(one => one.Value == became)?.Text ?? became;

    private async Task<bool> LoadAsync(string slug, int? id, List<int> remarks, CancellationToken cancellation)
    {
        if (await db.Set<Consultation>().FirstOrDefaultAsync(one => one.Slug == slug && one.AnnouncedAt != null, cancellation) is not { } consultation
            || remarks.Count > Answering.MostAtOnce)
        {
            return false;
        }

        Consultation = consultation;
        Decision = id is null ? null : await db.Set<Decision>().FirstOrDefaultAsync(one => one.Id == id && one.ConsultationId == consultation.Id, cancellation);
        if (id is not null && Decision is null)
        {
            return false;
        }

        Undertakings =
        [
            new(texts["BecameNothing"], ""),
            .. (await undertakings.AllAsync(cancellation)).Select(one => new SelectListItem($"{one.Reference} · {one.Title.In(Language)}", one.Key)),
        ];
        Places = await sources.PlacesAsync(cancellation);
        if (await LoadManyAsync(id, cancellation) is { } loaded)
        {
            return loaded;
        }

        var chosen = db.Set<Remark>().Where(remark => remark.ConsultationId == consultation.Id && remark.Kind != RemarkKind.Priority
            && (remark.DecisionId == null || remark.DecisionId == id) && (remarks.Count > 0 ? remarks.Contains(remark.Id) : id != null && remark.DecisionId == id));
        Lines = await RemarkReader.LinesAsync(chosen.OrderBy(remark => remark.Id).Take(Answering.MostAtOnce), await reader.MattersAsync(consultation.Id, cancellation), cancellation);
        return true;
    }

    private IQueryable<Remark> Meant { get; set; } = null!;

    /// <returns>None where it is about few, which are loaded one by one.</returns>
    private async Task<bool?> LoadManyAsync(int? id, CancellationToken cancellation)
    {
        var remarks = db.Set<Remark>().Where(remark => remark.ConsultationId == Consultation.Id);
        var matters = await reader.MattersAsync(Consultation.Id, cancellation);
        if (id is not null)
        {
            Meant = remarks.Where(remark => remark.DecisionId == id);
        }
        else if (!Request.Query.ContainsKey("all"))
        {
            return null;
        }
        else if (!RemarkFilter.TryRead(Request.Query, out var filter) || (filter.About is { } key && RemarkReader.Within(matters, key) is null))
        {
            return false;
        }
        else
        {
            All = filter;
            Meant = Answering.Open(filter.Apply(remarks, filter.About is { } about ? RemarkReader.Within(matters, about) : null, Person.Account));
        }

        var count = await Meant.CountAsync(cancellation);
        if (id is not null && count <= Answering.MostAtOnce)
        {
            return null;
        }

        Many = count;
        Lines = await RemarkReader.LinesAsync(Meant.OrderBy(remark => remark.Id).Take(Examples), matters, cancellation);
        return true;
    }

    internal sealed class DecisionInput
    {
        [Required]
        public Outcome? Outcome { get; set; }

        [Localized(Required = true, Longest = 4000)]
        public LocalizedInput Reason { get; set; } = new();

        [Localized(Longest = 1000)]
        public LocalizedInput Competent { get; set; } = new();

        [Localized(Longest = 2000)]
        public LocalizedInput Change { get; set; } = new();

        [MaxLength(Decision.LinkLength)]
        public string? ChangeLink { get; set; }

        [MaxLength(Decision.UndertakingLength)]
        public string? Became { get; set; }

        public List<int> Remarks { get; set; } = [];

        public int Revision { get; set; }
    }
}
