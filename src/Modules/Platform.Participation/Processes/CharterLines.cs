using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Jobs;
using Platform.Participation.Processes.Editing;

namespace Platform.Participation.Processes;

/// <summary>
/// At night, after consultations have closed by themselves: counts anew who has taken part in the processes under way, for the charter's tracking matrix. What
/// has not changed is not written.
/// </summary>
internal sealed class CharterLines(CommuneContext db, ProcessDesk desk) : ICommuneJob
{
    public const string JobName = "charter-lines";

    public static JobSchedule Schedule { get; } = new(JobName, "0 20 0 * * ?");

    public string Name => JobName;

    public string KeyFor(DateOnly today) => JobKeys.Day(today);

    public async Task RunAsync(string key, CancellationToken cancellation)
    {
        foreach (var process in await db.Set<Process>().Where(process => process.PublishedAt != null && process.ClosedAt == null).ToListAsync(cancellation))
        {
            await desk.TellCharterAsync(process, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
