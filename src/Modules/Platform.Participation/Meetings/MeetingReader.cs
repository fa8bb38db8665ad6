using Microsoft.EntityFrameworkCore;
using Platform.Data;

namespace Platform.Participation.Meetings;

/// <summary>Reads what the public sees of meetings: from their announcement on, with their process.</summary>
internal sealed class MeetingReader(CommuneContext db)
{
    /// <summary>Those of one process, in the order in which they begin.</summary>
    public Task<List<Meeting>> OfAsync(int process, CancellationToken cancellation) =>
        Announced().Where(meeting => meeting.ProcessId == process).OrderBy(meeting => meeting.StartsAt).ThenBy(meeting => meeting.Number).ToListAsync(cancellation);

    /// <summary>What still takes place, the next first.</summary>
    public Task<List<Meeting>> AheadAsync(DateTime now, CancellationToken cancellation) =>
        Announced().Where(meeting => meeting.CancelledAt == null && meeting.EndsAt > now).OrderBy(meeting => meeting.StartsAt).ThenBy(meeting => meeting.Id).ToListAsync(cancellation);

    /// <summary>All of the commune, the one that begins last first.</summary>
    public Task<List<Meeting>> AllAsync(CancellationToken cancellation) =>
        Announced().OrderByDescending(meeting => meeting.StartsAt).ThenByDescending(meeting => meeting.Id).ToListAsync(cancellation);

    /// <summary>With the consultation that it belongs to and how it was put off.</summary>
    public Task<Meeting?> FindAsync(string process, int number, CancellationToken cancellation) => Announced()
        .Include(meeting => meeting.Consultation)
        .Include(meeting => meeting.Moves.OrderBy(move => move.Id))
        .FirstOrDefaultAsync(meeting => meeting.Process!.Slug == process && meeting.Number == number, cancellation);

    private IQueryable<Meeting> Announced() => db.Set<Meeting>().AsNoTracking().Include(meeting => meeting.Process).Where(meeting => meeting.AnnouncedAt != null);
}
