using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Participation.Questions.Desk;

/// <summary>Words that wait to be read before the public sees them: one query.</summary>
internal sealed class WordsWork(CommuneContext db, CurrentPerson person, IStringLocalizer<QuestionsTexts> texts) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> ItemsAsync(CancellationToken cancellation)
    {
        if (!person.May(Area.Participation))
        {
            return [];
        }

        var waiting = await db.Set<Consultation>().AsNoTracking()
            .Where(consultation => consultation.AnnouncedAt != null)
            .Select(consultation => new
            {
                consultation.Slug,
                consultation.Title,
                Count = db.Set<GivenAnswer>().Count(answer => answer.ConsultationId == consultation.Id && answer.State == RemarkState.Waiting),
            })
            .Where(consultation => consultation.Count > 0)
            .ToListAsync(cancellation);
        return
        [
            .. waiting.OrderBy(one => one.Slug, StringComparer.Ordinal).Select(one => new WorkItem(
                Urgency.Soon, texts.Count("WorkWords", one.Count, one.Title.In(Languages.Current)),
                $"/{Languages.Current.Tag}/workspace/consultations/{one.Slug}/questions/answers")),
        ];
    }
}
