using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Ui.Sites;

namespace Platform.Participation.Decisions.Shaping;

/// <summary>The remarks that changed a place of the site, of whatever consultation: <c>?page=/charter/versions/2&amp;at=vision</c>.</summary>
[Feature(Feature.Consultations)]
internal sealed class ShapedRemarksModel(CommuneContext db) : CommunePage
{
    private const int MostPages = 40;

    /// <summary>Where the text or card stands that they changed.</summary>
    public string Place { get; private set; } = "";

    /// <summary>By consultation, the latest remark first.</summary>
    public IReadOnlyList<(Consultation Consultation, IReadOnlyList<RemarkLine> Lines)> Groups { get; private set; } = [];

    public int Total { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var pages = Request.Query["page"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        var at = Request.Query["at"];
        if (!PageNumber.TryRead(Request.Query, out var number) || pages.Count is 0 or > MostPages || at.Count > 1 || pages.Any(page => page.Length > Decision.LinkLength || !page.StartsWith('/'))
            || at.ToString().Length > Decision.LinkLength)
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        // Few places are named in a commune: they are chosen here, where an address is compared letter by letter on every engine.
        var anchor = at.Count == 0 ? null : at.ToString();
        var links = (await Shapers.TakenUp(db).Select(remark => remark.Decision!.ChangeLink!).Distinct().ToListAsync(cancellation))
            .Where(link => Shaping.Place.Of(link) is var place && pages.Contains(place.Page) && place.IsWithin(anchor)).ToList();
        var remarks = Shapers.TakenUp(db).Where(remark => links.Contains(remark.Decision!.ChangeLink!));
        Total = await remarks.CountAsync(cancellation);
        Pages = PageNumber.PagesOf(Total, RemarkReader.PageSize);
        if (Total == 0 || number > Pages)
        {
            return NotFound();
        }

        Number = number;
        Place = links[0];
        var shown = await remarks.OrderByDescending(remark => remark.Id).Skip((number - 1) * RemarkReader.PageSize).Take(RemarkReader.PageSize)
            .Select(remark => new { remark.Id, remark.ConsultationId }).ToListAsync(cancellation);
        var consultations = shown.Select(one => one.ConsultationId).Distinct().ToList();
        var known = await db.Set<Consultation>().AsNoTracking().Where(one => consultations.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        var matters = (await db.Set<Matter>().AsNoTracking().Where(matter => consultations.Contains(matter.ConsultationId)).ToListAsync(cancellation))
            .ToLookup(matter => matter.ConsultationId);
        var groups = new List<(Consultation, IReadOnlyList<RemarkLine>)>();
        foreach (var group in shown.GroupBy(one => one.ConsultationId))
        {
            var ids = group.Select(one => one.Id).ToList();
            groups.Add((known[group.Key], await RemarkReader.LinesAsync(
                db.Set<Remark>().Where(remark => ids.Contains(remark.Id)).OrderByDescending(remark => remark.Id), [.. matters[group.Key]], cancellation)));
        }

        Groups = groups;
        return Page();
    }
}
