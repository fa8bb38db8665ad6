using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Charters;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>Lines of the tracking matrix that processes of the platform write themselves.</summary>
internal sealed class CharterUses(CommuneContext db, AuditTrail audit) : ICharterUses
{
    public async Task RecordAsync(string subject, LocalizedText process, LadderRung rung, DateOnly usedOn, int? actors, CancellationToken cancellation)
    {
        if (await db.Set<CharterUse>().FirstOrDefaultAsync(use => use.Subject == subject, cancellation) is { } line)
        {
            if (line.Process != process || line.Rung != rung || line.UsedOn != usedOn || line.Actors != actors)
            {
                line.Revise(process, rung, usedOn, actors, line.Difficulties, line.Done);
                audit.RecordChange("charter.use-changed", $"charter-use:{line.Id}", line);
            }

            return;
        }

        db.Add(CharterUse.For(subject, process, rung, usedOn, actors));
        audit.Record("charter.use-added", "charter-use", after: new { process, Rung = rung, UsedOn = usedOn, Actors = actors });
    }
}
