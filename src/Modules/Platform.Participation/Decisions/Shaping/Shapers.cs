using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Consulting;
using Platform.Participation.Contributions;

namespace Platform.Participation.Decisions.Shaping;

/// <summary>Tells places of the site how many remarks changed them: those whose published answer took them up and names the place.</summary>
internal sealed class Shapers(CommuneContext db, CurrentCommune commune) : IShapers
{
    public async Task<IReadOnlyList<Shaped>> OfAsync(IReadOnlyCollection<string> pages, CancellationToken cancellation)
    {
        if (pages.Count == 0 || commune.Value.Profile.ModeOf(Feature.Consultations) != FeatureMode.Native)
        {
            return [];
        }

        var counts = await TakenUp(db).GroupBy(remark => remark.Decision!.ChangeLink!).Select(group => new { Link = group.Key, Remarks = group.Count() })
            .ToListAsync(cancellation);
        return
        [
            .. counts.Select(count => (Place: Place.Of(count.Link), count.Remarks)).Where(count => pages.Contains(count.Place.Page))
                .GroupBy(count => count.Place).Select(group => new Shaped(group.Key.Page, group.Key.Anchor, group.Sum(count => count.Remarks))),
        ];
    }

    /// <summary>Remarks that everybody may read and that changed something that can be read.</summary>
    public static IQueryable<Remark> TakenUp(CommuneContext db) => db.Set<Remark>().AsNoTracking().Where(
        remark => remark.State == RemarkState.Shown && remark.Decision!.PublishedAt != null && remark.Decision.ChangeLink != null
            && (remark.Decision.Outcome == Outcome.TakenUp || remark.Decision.Outcome == Outcome.TakenUpInPart));
}

/// <summary>A place of the site as an answer names it, taken apart: <c>/charter/versions/2#vision</c>.</summary>
internal sealed record Place(string Page, string Anchor)
{
    public static Place Of(string link)
    {
        var (page, anchor) = link.IndexOf('#', StringComparison.Ordinal) is > 0 and var at ? (link[..at], Uri.UnescapeDataString(link[(at + 1)..])) : (link, "");
        return new(page.TrimEnd('/'), anchor);
    }

    /// <summary>Whether it is the place meant by an anchor, or a part of it.</summary>
    public bool IsWithin(string? anchor) => anchor is null || Anchor == anchor || Anchor.StartsWith(anchor + ":", StringComparison.Ordinal);
}
