using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Processes.Teams;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Participation.Questions.Desk;

/// <summary>Words that wait to be read before the public sees them, and sheets that wait to be let in: one query.</summary>
internal sealed class WordsWork(CommuneContext db, CurrentPerson person, ProcessTeams teams, IStringLocalizer<QuestionsTexts> texts) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> ItemsAsync(CancellationToken cancellation)
    {
        if (!person.May(Area.Participation))
        {
            return [];
        }

        var others = teams.OfOthers();
        var waiting = await db.Set<Consultation>().AsNoTracking()
            .Where(consultation => consultation.AnnouncedAt != null && !others.Contains(consultation.ProcessId))
            .Select(consultation => new
            {
                consultation.Slug,
                consultation.Title,
                Words = db.Set<GivenAnswer>().Count(answer => answer.ConsultationId == consultation.Id && answer.State == RemarkState.Waiting && answer.LeftOutAt == null),
                Sheets = db.Set<GivenAnswer>().Where(answer => answer.ConsultationId == consultation.Id && answer.LeftOutAt != null && answer.HeldFor == null).Select(answer => answer.ContributionId).Distinct().Count()
                    + db.Set<Remark>().Where(remark => remark.ConsultationId == consultation.Id && remark.State == RemarkState.Waiting && remark.Kind == RemarkKind.Priority)
                        .Select(remark => remark.ContributionId).Distinct().Count(),
            })
            .Where(consultation => consultation.Words > 0 || consultation.Sheets > 0)
            .ToListAsync(cancellation);
        return
        [
            .. waiting.OrderBy(one => one.Slug, StringComparer.Ordinal).SelectMany(one => new[]
            {
                one.Words > 0 ? new WorkItem(Urgency.Soon, texts.Count("WorkWords", one.Words, one.Title.In(Languages.Current)), Desk(one.Slug)) : null,
                one.Sheets > 0 ? new WorkItem(Urgency.Soon, texts.Count("WorkSheets", one.Sheets, one.Title.In(Languages.Current)), Desk(one.Slug) + "#unproved") : null,
            }).OfType<WorkItem>(),
        ];

        static string Desk(string slug) => $"/{Languages.Current.Tag}/workspace/consultations/{slug}/questions/answers";
    }
}
