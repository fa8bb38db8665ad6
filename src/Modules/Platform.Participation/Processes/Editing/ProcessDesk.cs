using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Charters;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions;
using Platform.Participation.Meetings;

namespace Platform.Participation.Processes.Editing;

/// <summary>Fetches the processes that the workspace changes, and what has to be known before they change.</summary>
internal sealed class ProcessDesk(CommuneContext db, ICharterUses charter, TimeProvider time)
{
    private const int Tries = 3;

    public DateTime Now => time.UtcNow();

    public Task<Process?> FindAsync(string slug, CancellationToken cancellation) => db.Set<Process>()
        .Include(process => process.Stages.OrderBy(stage => stage.Position))
        .FirstOrDefaultAsync(process => process.Slug == slug, cancellation);

    /// <summary>Adds a process under a name of its own in the address; of two people who take the same name at once the second gets the next.</summary>
    public async Task<Process> AddAsync(Func<string, Process> make, LocalizedText title, Action<Process> record, CancellationToken cancellation)
    {
        for (var left = Tries; ; left--)
        {
            var taken = await db.Set<Process>().Select(process => process.Slug).ToListAsync(cancellation);
            var process = make(Slugs.Free(title, "process", taken));
            db.Add(process);
            record(process);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return process;
            }
            catch (DbUpdateException) when (left > 1)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Remarks of a process's consultations that have no answer yet.</summary>
    public Task<int> UnansweredAsync(Process process, CancellationToken cancellation) => db.Set<Remark>().WithoutAnswer().CountAsync(
        remark => db.Set<Consultation>().Any(consultation => consultation.Id == remark.ConsultationId && consultation.ProcessId == process.Id),
        cancellation);

    /// <summary>Consultations of a process that are announced and not over.</summary>
    public Task<int> RunningAsync(Process process, CancellationToken cancellation)
    {
        var now = time.UtcNow();
        return db.Set<Consultation>().CountAsync(
            consultation => consultation.ProcessId == process.Id && consultation.AnnouncedAt != null && consultation.ClosesAt > now, cancellation);
    }

    /// <summary>Meetings of a process that are announced and still take place.</summary>
    public Task<int> AheadAsync(Process process, CancellationToken cancellation)
    {
        var now = time.UtcNow();
        return db.Set<Meeting>().CountAsync(
            meeting => meeting.ProcessId == process.Id && meeting.AnnouncedAt != null && meeting.CancelledAt == null && meeting.EndsAt > now, cancellation);
    }

    /// <summary>Keeps the process's line of the charter's tracking matrix, with who has taken part until now. Saved with the caller's changes.</summary>
    public async Task TellCharterAsync(Process process, CancellationToken cancellation)
    {
        var actors = await db.Set<Participant>()
            .Where(participant => db.Set<Consultation>().Any(consultation => consultation.Id == participant.ConsultationId && consultation.ProcessId == process.Id))
            .Select(participant => participant.Key)
            .Distinct()
            .CountAsync(cancellation);
        var since = DateOnly.FromDateTime(MoroccoTime.FromUtc(process.PublishedAt ?? Now));
        await charter.RecordAsync(ProcessSubjects.Of(process), process.Title, process.Rung, since, actors == 0 ? null : actors, cancellation);
    }
}
