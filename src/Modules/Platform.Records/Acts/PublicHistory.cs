using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Acts;
using Platform.Ui.Acts;

namespace Platform.Records.Acts;

/// <summary>Reads from the commune's trail what its rooms have made public.</summary>
internal sealed class PublicHistory(CommuneContext db, IEnumerable<ActWords> rooms, ActTranslator words) : IPublicHistory
{
    private const int Most = 100;

    public async Task<IReadOnlyList<PublicAct>> OfAsync(string subject, CancellationToken cancellation)
    {
        var verbs = rooms.SelectMany(room => room.Public).Distinct().ToList();
        if (verbs.Count == 0)
        {
            return [];
        }

        var acts = await db.Set<AuditEntry>().AsNoTracking()
            .Where(entry => entry.Subject == subject && verbs.Contains(entry.Verb))
            .OrderByDescending(entry => entry.Id)
            .Take(Most)
            .Select(entry => new { entry.At, entry.Verb })
            .ToListAsync(cancellation);
        return acts.ConvertAll(act => new PublicAct(act.At, words.Verb(act.Verb)));
    }
}
