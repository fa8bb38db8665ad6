using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Platform.Participation.Consultations;

namespace Platform.Participation.Contributions.Answering;

/// <summary>A new card. Before it is received, whoever brings it is shown what is like it, and may support that instead.</summary>
internal sealed class IdeaModel(IdeaShelf shelf) : AnsweringPage
{
    [BindProperty, MaxLength(IdeaCard.TitleLength)]
    public string? Name { get; set; }

    [BindProperty]
    public CardNotes Card { get; set; } = new();

    /// <summary>Whoever sends has seen what is like it.</summary>
    [BindProperty(Name = "seen")]
    public bool Seen { get; set; }

    public IReadOnlyList<ShelvedIdea> Like { get; private set; } = [];

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

        // Sent again by the same browser as somebody else, or by the same person from another browser, it is another idea.
        var secret = BrowserSecret.Of(HttpContext);
        var idea = IdeaCard.Of(Consultation, Name ?? "-", Card.Written(), $"{secret} {Counter.PersonKey(Consultation, Sender, secret)}", Now, Texts);
        if (idea.Whole.Length > Remark.LongestText)
        {
            ModelState.AddModelError("", Texts["IdeaTooLong", Remark.LongestText]);
        }

        if (ModelState.IsValid && !Seen && IsOpen && await shelf.LikeAsync(Consultation, $"{Name} {Card.Problem}", fresh: true, cancellation) is { Count: > 0 } like)
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
}
