using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Processes;

namespace Platform.Participation.Meetings.Editing;

/// <summary>What keeps a meeting from being announced.</summary>
internal enum MeetingObstacle
{
    /// <summary>Its process is not on the site, and the public could not see what it belongs to.</summary>
    ProcessNotPublished,
    ProcessClosed,
    NoTime,

    /// <summary>Neither a hall nor a link is told.</summary>
    NoPlace,
}

/// <summary>Fetches the meetings that the workspace changes, and what has to be known before they change.</summary>
internal sealed class MeetingDesk(CommuneContext db, TimeProvider time)
{
    private const int Tries = 3;

    public DateTime Now => time.UtcNow();

    /// <summary>With its process, its consultation and how it was put off, to be changed.</summary>
    public Task<Meeting?> FindAsync(string process, int number, CancellationToken cancellation) => db.Set<Meeting>()
        .Include(meeting => meeting.Process)
        .Include(meeting => meeting.Consultation)
        .Include(meeting => meeting.Moves.OrderBy(move => move.Id))
        .FirstOrDefaultAsync(meeting => meeting.Process!.Slug == process && meeting.Number == number, cancellation);

    public Task<Process?> ProcessAsync(string slug, CancellationToken cancellation) => db.Set<Process>().FirstOrDefaultAsync(process => process.Slug == slug, cancellation);

    /// <summary>The consultations that a meeting of a process can belong to.</summary>
    public Task<List<Consultation>> ConsultationsAsync(Process process, CancellationToken cancellation) => db.Set<Consultation>().AsNoTracking()
        .Where(consultation => consultation.ProcessId == process.Id).OrderBy(consultation => consultation.OpensAt).ToListAsync(cancellation);

    /// <summary>Adds a meeting under the next number of its process; of two people who take the same number at once the second gets the next.</summary>
    public async Task<Meeting> AddAsync(int process, MeetingText text, Action<Meeting> record, CancellationToken cancellation)
    {
        for (var left = Tries; ; left--)
        {
            var owner = await db.Set<Process>().FirstAsync(one => one.Id == process, cancellation);
            var last = await db.Set<Meeting>().Where(meeting => meeting.ProcessId == process).MaxAsync(meeting => (int?)meeting.Number, cancellation) ?? 0;
            var added = Meeting.In(owner, last + 1, text);
            db.Add(added);
            record(added);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return added;
            }
            catch (DbUpdateException) when (left > 1)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    public static IReadOnlyList<MeetingObstacle> ObstaclesTo(Meeting meeting)
    {
        var process = meeting.Process!;
        return
        [
            .. new[]
            {
                (!process.IsPublished, MeetingObstacle.ProcessNotPublished),
                (process.ClosedAt is not null, MeetingObstacle.ProcessClosed),
                (meeting.StartsAt is null, MeetingObstacle.NoTime),
                (meeting.Place is null && meeting.Link is null, MeetingObstacle.NoPlace),
            }.Where(obstacle => obstacle.Item1).Select(obstacle => obstacle.Item2),
        ];
    }
}
