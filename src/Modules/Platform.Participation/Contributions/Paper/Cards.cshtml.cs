using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Participation.Consultations;
using Platform.Ui.Workspace;

namespace Platform.Participation.Contributions.Paper;

/// <summary>Note cards to be printed: new ones with new numbers, or those printed before, once more.</summary>
[Workspace(Area.Participation)]
internal sealed class CardsModel(AuditTrail audit, IStringLocalizer<ContributionsTexts> texts) : PaperPage
{
    public const int MostAtOnce = 200;

    /// <summary>In the choice of what the cards are about: the sheet of questions and priorities.</summary>
    public const string Form = "form:";

    [BindProperty, Range(1, MostAtOnce)]
    public int? Copies { get; set; }

    /// <summary>Key of what the cards are about; none leaves the line blank.</summary>
    [BindProperty(SupportsGet = true, Name = "about")]
    public string? About { get; set; }

    [BindProperty(SupportsGet = true, Name = "first")]
    public int? First { get; set; }

    [BindProperty(SupportsGet = true, Name = "last")]
    public int? Last { get; set; }

    public Matter? Matter { get; private set; }

    /// <summary>The cards to print now.</summary>
    public IReadOnlyList<int> Numbers { get; private set; } = [];

    /// <summary>The sheet of questions and priorities is printed, not a card for notes.</summary>
    public bool IsForm => About == Form && HasForm;

    public IEnumerable<SelectListItem> Choices =>
    [
        new(texts["PaperBlank"], ""),
        .. HasForm ? [new SelectListItem(texts["PaperForm"], Form)] : Array.Empty<SelectListItem>(),
        .. Heads.Select(head => new SelectListItem($"{head.Number} {head.Title!.In(Language)}".Trim(), head.Key)),
    ];

    public string Site => $"{Commune.Address}/{Language.Tag}";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
        {
            return NotFound();
        }

        Matter = Heads.FirstOrDefault(head => head.Key == About);
        if (First is { } first && Last is { } last && Series is { } series && series.Holds(first) && series.Holds(last) && last >= first && last - first < MostAtOnce)
        {
            Numbers = [.. Enumerable.Range(first, last - first + 1)];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
        {
            return NotFound();
        }

        if (About is not null && !IsForm && Heads.All(head => head.Key != About))
        {
            ModelState.AddModelError("About", "ValidationInvalid");
        }

        if (Copies is null)
        {
            ModelState.TryAddModelError("Copies", "ValidationRequired");
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Series is null)
        {
            Db.Add(Series = PaperSeries.Of(Consultation));
        }

        var (copies, first) = (Copies!.Value, 0);
        if (copies > PaperSeries.MostCards - Series.Printed)
        {
            ModelState.AddModelError("Copies", texts["PaperNoNumbers"]);
            return Invalid();
        }

        first = Series.Print(copies);
        audit.Record("paper.printed", $"paper:{Series.CodeOf(first)}", after: new { cards = copies });
        try
        {
            await Db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Somebody else printed at the same moment: these numbers are theirs.
            ModelState.AddModelError("", texts["PaperPrintAgain"]);
            return Invalid();
        }

        return RedirectToPage(new { slug, about = About, first, last = first + copies - 1 });
    }
}
