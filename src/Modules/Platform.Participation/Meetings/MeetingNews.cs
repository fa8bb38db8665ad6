using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Publishing;
using Platform.Kernel.Text;

namespace Platform.Participation.Meetings;

/// <summary>News of meetings, as news of their process: announced, put off, cancelled, near, told of.</summary>
internal sealed class MeetingNews(CommuneContext db)
{
    /// <summary>Whoever follows the process is reminded so long before.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromDays(2);

    /// <param name="subjects">Keys of processes, by their numbers.</param>
    public async Task<IReadOnlyList<NewsItem>> ReadAsync(IReadOnlyDictionary<int, string> subjects, DateTime from, DateTime until, CancellationToken cancellation)
    {
        var processes = subjects.Keys.ToList();
        var meetings = await db.Set<Meeting>().AsNoTracking()
            .Include(meeting => meeting.Process)
            .Include(meeting => meeting.Moves.Where(move => move.DecidedAt >= from && move.DecidedAt < until).OrderBy(move => move.Id))
            .Where(meeting => processes.Contains(meeting.ProcessId) && meeting.AnnouncedAt < until)
            .OrderBy(meeting => meeting.Id)
            .ToListAsync(cancellation);
        var news = new List<NewsItem>();
        foreach (var meeting in meetings)
        {
            var (starts, reminded) = (meeting.StartsAt!.Value, meeting.StartsAt.Value - Before);
            Add("announced", meeting.AnnouncedAt, Word("NewsAnnounced", starts));
            Add("cancelled", meeting.CancelledAt, Word("NewsCancelled", starts));
            Add("told", meeting.ToldAt, Word("ChangeTold"));
            if (meeting.CancelledAt is null && meeting.AnnouncedAt < reminded)
            {
                Add(string.Create(CultureInfo.InvariantCulture, $"near-{starts.Ticks}"), reminded, Word("NewsNear", starts));
            }

            // Of several in the time only the last still holds.
            if (meeting.Moves is [.., var move])
            {
                Add(string.Create(CultureInfo.InvariantCulture, $"moved-{move.Id}"), move.DecidedAt, Word("NewsMoved", starts));
            }

            void Add(string id, DateTime? at, LocalizedText what)
            {
                if (at >= from && at < until)
                {
                    news.Add(new(
                        $"{MeetingSubjects.Of(meeting)}:{id}", subjects[meeting.ProcessId], at.Value, BothLanguages.Of(typeof(MeetingTexts), "NewsOf", what, meeting.Title),
                        MeetingSubjects.LinkOf(meeting)));
                }
            }
        }

        return news;
    }

    private static LocalizedText Word(string key, params object[] values) => BothLanguages.Of(typeof(MeetingTexts), key, values);
}
