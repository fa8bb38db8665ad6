using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;

namespace Platform.Participation.Contributions.Answering;

/// <summary>A new card. Before it is received, whoever brings it is shown what is like it, and may support that instead.</summary>
internal sealed class IdeaModel : AnsweringPage
{
    /// <summary>Ideas and cards that are compared.</summary>
    private const int MostCompared = 3000;

    [BindProperty, MaxLength(IdeaCard.TitleLength)]
    public string? Name { get; set; }

    [BindProperty]
    public CardNotes Card { get; set; } = new();

    /// <summary>Whoever sends has seen what is like it.</summary>
    [BindProperty(Name = "seen")]
    public bool Seen { get; set; }

    public IReadOnlyList<Matter> Like { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await EnterAsync(slug, cancellation) is { } instead)
        {
            return instead;
        }

        return !Consultation.TakesIdeas ? NotFound() : IsOpen ? Page() : NotOpen();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (await EnterAsync(slug, cancellation) is { } instead)
        {
            return instead;
        }

        if (!Consultation.TakesIdeas)
        {
            return NotFound();
        }

        if (Name is null)
        {
            ModelState.AddModelError("Name", "ValidationRequired");
        }

        if (Card.Problem is null)
        {
            ModelState.AddModelError("Card.Problem", Texts["ProblemNeeded"]);
        }

        foreach (var (field, text) in Card.Written())
        {
            Counter.CheckLinks(text, "Card." + field, ModelState);
        }

        var idea = IdeaCard.Of(Consultation, Name ?? "-", Card.Written(), BrowserSecret.Of(HttpContext), Now, Texts);
        if (idea.Whole.Length > Remark.LongestText)
        {
            ModelState.AddModelError("", Texts["IdeaTooLong", Remark.LongestText]);
        }

        if (ModelState.IsValid && !Seen && IsOpen && await LikeAsync(cancellation) is { Count: > 0 } like)
        {
            Like = like;
            Seen = true;
            ModelState.Remove("seen");
            return Page();
        }

        if (!ModelState.IsValid)
        {
            // Checked with the rest, so that everything that is wrong is said at once.
            return await HandInAsync([]);
        }

        return await HandInAsync([new(RemarkKind.Idea, idea.Cards[0], idea.Whole)], idea.Cards);
    }

    private async Task<IReadOnlyList<Matter>> LikeAsync(CancellationToken cancellation)
    {
        var shown = Db.Set<Remark>().Where(remark => remark.ConsultationId == Consultation.Id && remark.Kind == RemarkKind.Idea && remark.State == RemarkState.Shown)
            .Select(remark => remark.MatterId);
        var cards = await Db.Set<Matter>().AsNoTracking()
            .Where(matter => matter.ConsultationId == Consultation.Id && (matter.Kind == MatterKind.Card || (matter.Kind == MatterKind.Idea && shown.Contains(matter.Id))))
            .OrderBy(matter => matter.Position).Take(MostCompared).ToListAsync(cancellation);
        var problems = await Db.Set<Matter>().AsNoTracking()
            .Where(matter => matter.ConsultationId == Consultation.Id && matter.Field == CardField.Problem && matter.Text != null)
            .OrderBy(matter => matter.Position).Take(MostCompared).Select(matter => new { matter.ParentKey, matter.Text }).ToListAsync(cancellation);
        var problemOf = problems.Where(problem => problem.ParentKey is not null).ToDictionary(problem => problem.ParentKey!, problem => problem.Text!, StringComparer.Ordinal);
        return LikeIdeas.Among($"{Name} {Card.Problem}", cards, card => $"{All(card.Title)} {All(problemOf.GetValueOrDefault(card.Key))}");
    }

    private static string All(LocalizedText? text) => text is null ? "" : text.Fr is null || text.Fr == text.Ar ? text.Ar : $"{text.Ar} {text.Fr}";
}
