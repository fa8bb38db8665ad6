using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Participation.Decisions.Sorting;

/// <summary>
/// Remarks that were given to the person who comes in: until they are answered, or, to a member of the committee, until the member has given an opinion. Two
/// queries.
/// </summary>
internal sealed class AssignedWork(CommuneContext db, CurrentPerson person, TimeProvider time, IStringLocalizer<SortingTexts> texts) : IWorkSource
{
    /// <summary>So many days before the answers are due they are asked for.</summary>
    private const int SoonDays = 7;

    public async Task<IReadOnlyList<WorkItem>> ItemsAsync(CancellationToken cancellation)
    {
        var decides = person.May(Area.Participation);
        if (!decides && !person.Is(Role.CommitteeMember))
        {
            return [];
        }

        var me = person.Account;
        var mine = await db.Set<Remark>().AsNoTracking().WithoutAnswer()
            .Where(remark => remark.Assignment!.Account == me && (decides || !db.Set<Opinion>().Any(opinion => opinion.RemarkId == remark.Id && opinion.Account == me)))
            .GroupBy(remark => remark.ConsultationId).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        if (mine.Count == 0)
        {
            return [];
        }

        var consultations = await db.Set<Consultation>().AsNoTracking().Where(one => mine.Keys.Contains(one.Id)).OrderBy(one => one.AnswersBy).ToListAsync(cancellation);
        var today = time.TodayInMorocco();
        return
        [
            .. consultations.Select(consultation => new WorkItem(
                consultation.AnswersBy < today ? Urgency.Late : consultation.AnswersBy <= today.AddDays(SoonDays) ? Urgency.Soon : Urgency.Open,
                texts.Count(decides ? "WorkAssigned" : "WorkOpinion", mine[consultation.Id], consultation.Title.In(Languages.Current)),
                $"/{Languages.Current.Tag}/workspace/consultations/{consultation.Slug}/remarks?assigned={RemarkFilter.Mine}&answer={RemarkFilter.Unanswered}",
                consultation.AnswersBy)),
        ];
    }
}
