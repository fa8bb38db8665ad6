using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Acts;
using Platform.Kernel.Time;
using Platform.Ui.Acts;

namespace Platform.Records.Acts;

/// <summary>Reads from the commune's trail what its rooms have made public.</summary>
internal sealed class PublicHistory(CommuneContext db, IEnumerable<ActWords> rooms, ActTranslator words) : IPublicHistory
{
    private const int Most = 100;

    public async Task<IReadOnlyList<PublicAct>> OfAsync(IReadOnlyCollection<string> subjects, IReadOnlyCollection<string> except, CancellationToken cancellation)
    {
        var verbs = rooms.SelectMany(room => room.Public).Except(except).ToList();
        if (verbs.Count == 0 || subjects.Count == 0)
        {
            return [];
        }

        var acts = await db.Set<AuditEntry>().AsNoTracking()
            .Where(entry => subjects.Contains(entry.Subject) && verbs.Contains(entry.Verb))
            .OrderByDescending(entry => entry.Id)
            .Take(Most)
            .Select(entry => new { entry.At, entry.Verb, entry.Subject })
            .ToListAsync(cancellation);
        var told = new List<PublicAct>();
        foreach (var act in acts)
        {
            var next = new PublicAct(act.At, words.Verb(act.Verb), act.Subject, PeriodOf(act.Subject));

            // Who writes a page saves it many times: a citizen is told once a day.
            if (told.Count > 0 && told[^1] is var last && last.What == next.What && last.Subject == next.Subject && Day(last.At) == Day(next.At))
            {
                told[^1] = last with { Times = last.Times + 1 };
            }
            else
            {
                told.Add(next);
            }
        }

        return told;
    }

    private static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(MoroccoTime.FromUtc(utc));

    /// <summary>The last part of <c>indicator:code:2026-10</c>.</summary>
    private static Period? PeriodOf(string subject) => Period.TryParse(subject[(subject.LastIndexOf(':') + 1)..], out var period) && subject.Count(letter => letter == ':') > 1 ? period : null;
}
