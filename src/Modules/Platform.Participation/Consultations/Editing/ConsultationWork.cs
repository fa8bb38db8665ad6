using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Contributions;
using Platform.Participation.Processes.Teams;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Participation.Consultations.Editing;

/// <summary>What processes and consultations ask of the person who comes in: a draft that waits, a consultation that closes soon with remarks that nobody has read.</summary>
internal sealed class ConsultationWork(CommuneContext db, CurrentPerson person, ProcessTeams teams, TimeProvider time, IStringLocalizer<ConsultationEditingTexts> texts) : IWorkSource
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(3);

    public async Task<IReadOnlyList<WorkItem>> ItemsAsync(CancellationToken cancellation)
    {
        if (!person.May(Area.Participation))
        {
            return [];
        }

        var (now, page) = (time.UtcNow(), $"/{Languages.Current.Tag}/workspace");
        var until = now + Soon;
        var others = teams.OfOthers();
        var items = new List<WorkItem>();
        var closing = await db.Set<Consultation>().AsNoTracking()
            .Where(consultation => !others.Contains(consultation.ProcessId))
            .Where(consultation => consultation.AnnouncedAt != null && consultation.OpensAt <= now && consultation.ClosesAt > now && consultation.ClosesAt <= until)
            .OrderBy(consultation => consultation.ClosesAt)
            .Select(consultation => new
            {
                consultation.Slug,
                consultation.Title,
                consultation.ClosesAt,
                Unread = db.Set<Remark>().Count(remark => remark.ConsultationId == consultation.Id && remark.State == RemarkState.Waiting),
            })
            .ToListAsync(cancellation);
        items.AddRange(closing.Select(one => new WorkItem(
            Urgency.Soon, texts.Count("WorkClosing", one.Unread, one.Title.In(Languages.Current), Formats.Instant(one.ClosesAt)), $"{page}/consultations/{one.Slug}",
            DateOnly.FromDateTime(MoroccoTime.FromUtc(one.ClosesAt)))));

        var drafts = await db.Set<Consultation>().AsNoTracking().Where(consultation => consultation.AnnouncedAt == null && !others.Contains(consultation.ProcessId))
            .OrderBy(consultation => consultation.OpensAt).Select(consultation => new { consultation.Slug, consultation.OpensAt }).ToListAsync(cancellation);
        if (drafts.Count > 0)
        {
            items.Add(new(
                drafts[0].OpensAt <= until ? Urgency.Soon : Urgency.Open, texts.Count("WorkDrafts", drafts.Count),
                drafts.Count == 1 ? $"{page}/consultations/{drafts[0].Slug}" : page + "/consultations"));
        }

        return items;
    }
}
