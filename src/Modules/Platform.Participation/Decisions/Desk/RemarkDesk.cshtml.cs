using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Ui.Workspace;

namespace Platform.Participation.Decisions.Desk;

/// <summary>One remark on the desk: what it is about, what is like it, what the committee thinks, and the answer that it has.</summary>
[Workspace(Area.Participation, Committee = true)]
internal sealed class RemarkDeskModel(
    RemarkReader reader, CommuneContext db, IPeople people, AuditTrail audit, IStringLocalizer<DecisionsTexts> texts, TimeProvider time) : WorkspacePage
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

    [BindProperty]
    public Outcome? Outcome { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public bool MayAct => Person.May(Area.Participation);

    public IReadOnlyList<SelectListItem> Outcomes =>
        [.. Enum.GetValues<Outcome>().Select(outcome => new SelectListItem(texts["Outcome_" + outcome], outcome.ToString()))];

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
        Notice = texts["OpinionSaved"];
        return Redirect($"/{Language.Tag}/workspace/consultations/{slug}/remarks/{id}");
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
        Names = await people.NamesAsync([.. Opinions.Select(opinion => opinion.Account), .. Decision is null ? [] : new[] { Decision.DecidedBy }], cancellation);
        return true;
    }

    private async Task<IReadOnlyList<RemarkLine>> LikeAsync(Remark remark, IReadOnlyList<Matter> matters, CancellationToken cancellation)
    {
        var words = Words(remark.Folded);
        var others = await db.Set<Remark>().AsNoTracking()
            .Where(other => other.ConsultationId == remark.ConsultationId && other.MatterId == remark.MatterId && other.Id != remark.Id && other.State != RemarkState.Held
                && other.Kind != RemarkKind.Priority)
            .OrderByDescending(other => other.Id).Take(MostCompared).Select(other => new { other.Id, other.Folded }).ToListAsync(cancellation);
        var alike = others.Select(other => (other.Id, Share: Shared(words, Words(other.Folded)))).Where(other => other.Share >= 0.3)
            .OrderByDescending(other => other.Share).Take(MostLike).Select(other => other.Id).ToList();
        var lines = await RemarkReader.LinesAsync(db.Set<Remark>().Where(other => alike.Contains(other.Id)), matters, cancellation);
        return [.. lines.OrderBy(line => alike.IndexOf(line.Id))];
    }

    private static HashSet<string> Words(string folded) => [.. folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2)];

    /// <summary>Words in common ÷ words of the shorter one.</summary>
    private static double Shared(HashSet<string> one, HashSet<string> other) =>
        one.Count == 0 || other.Count == 0 ? 0 : (double)one.Count(other.Contains) / Math.Min(one.Count, other.Count);
}
