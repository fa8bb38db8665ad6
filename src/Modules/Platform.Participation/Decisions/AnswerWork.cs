using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Processes.Teams;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Participation.Decisions;

/// <summary>Remarks that wait to be read or answered, by consultation: two queries.</summary>
internal sealed class AnswerWork(CommuneContext db, CurrentPerson person, ProcessTeams teams, TimeProvider time, IStringLocalizer<DecisionsTexts> texts) : IWorkSource
{
    /// <summary>So many days before the answers are due they are asked for.</summary>
    private const int SoonDays = 7;

    public async Task<IReadOnlyList<WorkItem>> ItemsAsync(CancellationToken cancellation)
    {
        if (!person.May(Area.Participation))
        {
            return [];
        }

        var waiting = await db.Set<Remark>().AsNoTracking().WithoutAnswer()
            .GroupBy(remark => remark.ConsultationId)
            .Select(group => new { group.Key, Unread = group.Count(remark => remark.State == RemarkState.Waiting), Unanswered = group.Count() })
            .ToDictionaryAsync(group => group.Key, cancellation);
        if (waiting.Count == 0)
        {
            return [];
        }

        var others = teams.OfOthers();
        var consultations = await db.Set<Consultation>().AsNoTracking().Where(one => waiting.Keys.Contains(one.Id) && !others.Contains(one.ProcessId))
            .OrderBy(one => one.AnswersBy).ToListAsync(cancellation);
        var (now, today) = (time.UtcNow(), time.TodayInMorocco());
        var items = new List<WorkItem>();
        foreach (var consultation in consultations)
        {
            var (title, desk) = (consultation.Title.In(Languages.Current), $"/{Languages.Current.Tag}/workspace/consultations/{consultation.Slug}/remarks");
            if (waiting[consultation.Id].Unread is > 0 and var unread)
            {
                items.Add(new(Urgency.Soon, texts.Count("WorkUnread", unread, title), $"{desk}?state={MachineWord.Of(RemarkState.Waiting)}"));
            }

            if (consultation.PhaseAt(now) is var phase and (ConsultationPhase.Answering or ConsultationPhase.Reported))
            {
                // Also after the report: where the public was told why, it is owed but not late.
                var urgency = phase == ConsultationPhase.Reported && consultation.ReportNote is not null ? Urgency.Open
                    : consultation.AnswersBy < today ? Urgency.Late : consultation.AnswersBy <= today.AddDays(SoonDays) ? Urgency.Soon : Urgency.Open;
                items.Add(new(urgency, texts.Count("WorkUnanswered", waiting[consultation.Id].Unanswered, title), $"{desk}?answer={RemarkFilter.Unanswered}", consultation.AnswersBy));
            }
        }

        return items;
    }
}
