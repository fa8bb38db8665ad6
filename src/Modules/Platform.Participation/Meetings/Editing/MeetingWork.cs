using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Participation.Processes.Teams;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Participation.Meetings.Editing;

/// <summary>What meetings ask of the person who comes in: one that was held and not told of, a draft whose day is near.</summary>
internal sealed class MeetingWork(CommuneContext db, CurrentPerson person, ProcessTeams teams, TimeProvider time, IStringLocalizer<MeetingEditingTexts> texts) : IWorkSource
{
    /// <summary>People are to know of it in time to come.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromDays(10);

    /// <summary>Minutes are expected so soon after it.</summary>
    private static readonly TimeSpan Expected = TimeSpan.FromDays(15);

    public async Task<IReadOnlyList<WorkItem>> ItemsAsync(CancellationToken cancellation)
    {
        if (!person.May(Area.Participation))
        {
            return [];
        }

        var now = time.UtcNow();
        var soon = now + Near;
        var others = teams.OfOthers();
        var waiting = await db.Set<Meeting>().AsNoTracking().Include(meeting => meeting.Process)
            .Where(meeting => !others.Contains(meeting.ProcessId))
            .Where(meeting => (meeting.AnnouncedAt != null && meeting.CancelledAt == null && meeting.ToldAt == null && meeting.EndsAt <= now)
                || (meeting.AnnouncedAt == null && meeting.StartsAt > now && meeting.StartsAt <= soon))
            .OrderBy(meeting => meeting.EndsAt)
            .ToListAsync(cancellation);
        return
        [
            .. waiting.Select(meeting =>
            {
                var (name, page) = (meeting.Title.In(Languages.Current), $"/{Languages.Current.Tag}/workspace{MeetingSubjects.LinkOf(meeting)}");
                if (meeting.AnnouncedAt is null)
                {
                    return new WorkItem(Urgency.Soon, texts["WorkDraft", name, Formats.Instant(meeting.StartsAt)], page);
                }

                var due = meeting.EndsAt!.Value + Expected;
                return new WorkItem(due < now ? Urgency.Late : Urgency.Open, texts["WorkMinutes", name], page + "/minutes", DateOnly.FromDateTime(MoroccoTime.FromUtc(due)));
            }),
        ];
    }
}
