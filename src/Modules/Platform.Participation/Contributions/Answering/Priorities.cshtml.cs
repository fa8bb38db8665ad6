using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Participation.Consultations;
using Platform.Participation.Questions;
using Platform.Ui;

namespace Platform.Participation.Contributions.Answering;

/// <summary>The cards in order of importance: a number beside those that matter to whoever answers, once for each person.</summary>
internal sealed class PrioritiesModel(IStringLocalizer<CommonTexts> common) : AnsweringPage
{
    /// <summary>Number by the card's key.</summary>
    [BindProperty]
    public Dictionary<string, int?> Ranks { get; set; } = [];

    public IReadOnlyList<Matter> Cards { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await EnterAsync(slug, cancellation) is { } instead)
        {
            return instead;
        }

        if (!IsOpen)
        {
            return NotOpen();
        }

        return await FindAsync(cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (await EnterAsync(slug, cancellation) is { } instead)
        {
            return instead;
        }

        if (!await FindAsync(cancellation))
        {
            return NotFound();
        }

        var ranked = Cards.Select(card => (Card: card, Rank: Ranks.GetValueOrDefault(card.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))))
            .Where(pair => pair.Rank is not null).OrderBy(pair => pair.Rank).ToList();
        foreach (var (card, _) in ranked.Where(pair => pair.Rank < 1 || pair.Rank > Cards.Count))
        {
            ModelState.AddModelError($"Ranks[{card.Id}]", Texts["RankOutside", Cards.Count]);
        }

        foreach (var twice in ranked.GroupBy(pair => pair.Rank).Where(group => group.Count() > 1))
        {
            ModelState.AddModelError($"Ranks[{twice.Last().Card.Id}]", Texts["RankTwice", twice.Key!]);
        }

        if (ranked.Count == 0)
        {
            ModelState.AddModelError($"Ranks[{Cards[0].Id}]", Texts["RankNeeded"]);
        }

        var remarks = ranked.Select(pair => new Said(RemarkKind.Priority, pair.Card, null, null, pair.Rank)).ToList();
        if (ModelState.IsValid && await AnsweredAsync(remarks, cancellation))
        {
            ModelState.AddModelError("", Texts["PrioritiesOnce"]);
        }

        return await HandInAsync(remarks);
    }

    /// <summary>An error, where the framework said it by its key.</summary>
    public string InWords(string message) =>
        message.StartsWith("Validation", StringComparison.Ordinal) ? common[message.Split(':')[0]] : message;

    /// <summary>Whether this person has given another order already: each counts once.</summary>
    private async Task<bool> AnsweredAsync(List<Said> remarks, CancellationToken cancellation)
    {
        var key = Counter.PersonKey(Consultation, Sender, BrowserSecret.Of(HttpContext));
        var given = await (
            from remark in Db.Set<Remark>()
            join contribution in Db.Set<Contribution>() on remark.ContributionId equals contribution.Id
            where remark.ConsultationId == Consultation.Id && remark.Kind == RemarkKind.Priority && contribution.Participant.Key == key
            select new { remark.MatterId, remark.Rank }).ToListAsync(cancellation);
        return given.Count > 0 && !given.Select(one => (one.MatterId, one.Rank)).ToHashSet().SetEquals(remarks.Select(said => ((int?)said.Matter!.Id, said.Rank)));
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (!Consultation.TakesPriorities)
        {
            return false;
        }

        Cards = PriorityFigures.ThingsOf(await Db.Set<Matter>().AsNoTracking()
            .Where(matter => matter.ConsultationId == Consultation.Id && matter.ParentKey == null).ToListAsync(cancellation));
        return Cards.Count > 0;
    }
}
