using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Participation.Contributions;

namespace Platform.Participation.Decisions.Sifting;

/// <summary>What else is like a remark.</summary>
/// <param name="Same">Digest of its words, and how many have the same.</param>
/// <param name="Near">Where it came from that day, and how many came from there.</param>
internal sealed record Burst((string Wording, int Count)? Same, (string Origin, int Count)? Near);

/// <summary>An act that held many back at once, and that one act undoes.</summary>
internal sealed record SiftingAct(DateTime At, HoldReason? Reason, int Count);

/// <summary>Looks for bursts of junk among the remarks of a consultation: so many queries, however many remarks there are.</summary>
internal sealed class Bursts(CommuneContext db)
{
    /// <summary>Acts that are shown to be undone.</summary>
    private const int MostActs = 5;

    /// <summary>Of the remarks of a page, by number; only those that are not alone.</summary>
    public async Task<IReadOnlyDictionary<int, Burst>> OfAsync(int consultation, IReadOnlyCollection<int> shown, CancellationToken cancellation)
    {
        var marks = await db.Set<Remark>().Where(remark => shown.Contains(remark.Id))
            .Select(remark => new { remark.Id, remark.Wording, remark.Contribution.Origin }).ToListAsync(cancellation);
        var wordings = marks.Select(mark => mark.Wording).OfType<string>().Distinct().ToList();
        var origins = marks.Select(mark => mark.Origin).OfType<string>().Distinct().ToList();
        var same = await db.Set<Remark>().Where(remark => remark.ConsultationId == consultation && remark.Wording != null && wordings.Contains(remark.Wording))
            .GroupBy(remark => remark.Wording!).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var near = origins.Count == 0 ? [] : await db.Set<Contribution>()
            .Where(sent => sent.ConsultationId == consultation && sent.Origin != null && origins.Contains(sent.Origin))
            .SelectMany(sent => sent.Remarks, (sent, _) => sent.Origin!)
            .GroupBy(origin => origin).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        return marks
            .Select(mark => (mark.Id, Burst: new Burst(
                mark.Wording is { } wording && same.GetValueOrDefault(wording) is > 1 and var alike ? (wording, alike) : null,
                mark.Origin is { } origin && near.GetValueOrDefault(origin) is > 1 and var together ? (origin, together) : null)))
            .Where(mark => mark.Burst != new Burst(null, null))
            .ToDictionary(mark => mark.Id, mark => mark.Burst);
    }

    /// <summary>The last ones that still stand.</summary>
    public async Task<IReadOnlyList<SiftingAct>> ActsAsync(int consultation, CancellationToken cancellation)
    {
        var acts = await db.Set<Remark>().Where(remark => remark.ConsultationId == consultation && remark.State == RemarkState.Held && remark.HeldAt != null && remark.HeldNote == null)
            .GroupBy(remark => new { remark.HeldAt, remark.HeldFor })
            .Select(group => new { group.Key.HeldAt, group.Key.HeldFor, Count = group.Count() })
            .Where(act => act.Count > 1).OrderByDescending(act => act.HeldAt).Take(MostActs).ToListAsync(cancellation);
        return [.. acts.Select(act => new SiftingAct(act.HeldAt!.Value, act.HeldFor, act.Count))];
    }
}
