using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Evaluations.Desk;

/// <summary>The evaluations that this person has to do with: of the committee to judge, of the team to publish and to answer.</summary>
[Workspace(Area.Charter, Area.ActionPlan, Area.Openness, Committee = true)]
internal sealed class EvaluationsDeskModel(CommuneContext db, EvaluationDesk desk) : WorkspacePage
{
    public IReadOnlyList<Evaluation> All { get; private set; } = [];

    /// <summary>By evaluation: how many members of the committee have judged something.</summary>
    public IReadOnlyDictionary<int, int> Members { get; private set; } = new Dictionary<int, int>();

    public bool MayOpen => desk.Mine.Count > 0;

    public bool IsCommittee => desk.IsCommittee;

    public DateOnly Today => desk.Today;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        All = await desk.AllAsync(cancellation);
        var ids = All.Select(evaluation => evaluation.Id).ToList();
        Members = (await db.Set<Judgement>().Where(judgement => ids.Contains(judgement.EvaluationId))
                .Select(judgement => new { judgement.EvaluationId, judgement.Account }).Distinct().ToListAsync(cancellation))
            .GroupBy(row => row.EvaluationId).ToDictionary(group => group.Key, group => group.Count());
    }
}
