using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Ui.Sites;

namespace Platform.Participation.Decisions;

/// <summary>The report of a round, made from its rows: who took part, what was said of what, what was decided and why, what changed.</summary>
[Feature(Feature.Consultations)]
internal sealed class ReportModel(RemarkReader reader, RoundCounter counter, CommuneContext db) : CommunePage
{
    public Consultation Consultation { get; private set; } = null!;

    public RoundFigures Figures { get; private set; } = null!;

    /// <summary>Published answers, those for the most remarks first.</summary>
    public IReadOnlyList<(Decision Decision, int Remarks, int First)> Answers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await reader.AnnouncedAsync(slug, cancellation) is not { ReportedAt: not null } consultation)
        {
            return NotFound();
        }

        Consultation = consultation;
        Figures = await counter.CountAsync(consultation, await reader.MattersAsync(consultation.Id, cancellation), cancellation);
        Answers = await AnswersAsync(db, consultation.Id, cancellation);
        return Page();
    }

    internal static async Task<IReadOnlyList<(Decision Decision, int Remarks, int First)>> AnswersAsync(CommuneContext db, int consultation, CancellationToken cancellation)
    {
        var counts = await db.Set<Remark>().AsNoTracking()
            .Where(remark => remark.ConsultationId == consultation && remark.State == RemarkState.Shown && remark.Decision!.PublishedAt != null)
            .GroupBy(remark => remark.DecisionId!.Value)
            .Select(group => new { group.Key, Count = group.Count(), First = group.Min(remark => remark.Id) })
            .ToDictionaryAsync(group => group.Key, cancellation);
        var decisions = await db.Set<Decision>().AsNoTracking().Where(decision => decision.ConsultationId == consultation && decision.PublishedAt != null).ToListAsync(cancellation);
        return
        [
            .. decisions.Where(decision => counts.ContainsKey(decision.Id)).Select(decision => (decision, counts[decision.Id].Count, counts[decision.Id].First))
                .OrderByDescending(answer => answer.Count).ThenBy(answer => answer.First),
        ];
    }
}
