using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Evaluations.Desk;

/// <summary>One evaluation: thing by thing what the commune says of it and what the committee has judged.</summary>
[Workspace(Area.Charter, Area.ActionPlan, Area.Openness, Committee = true)]
internal sealed class EvaluationPageModel(EvaluationDesk desk, EvaluatedReader documents, EvaluationReader reader) : WorkspacePage
{
    public Evaluation Evaluation { get; private set; } = null!;

    /// <summary>While it is open all that can be judged today; afterwards what was judged.</summary>
    public IReadOnlyList<EvaluatedThing> Things { get; private set; } = [];

    public IReadOnlyDictionary<string, Finding> Findings { get; private set; } = new Dictionary<string, Finding>();

    public bool MayAct => desk.Mine.Contains(Evaluation.About);

    public bool MayJudge => desk.IsCommittee && Evaluation.PublishedAt is null;

    public DateOnly Today => desk.Today;

    public Judgement? MineOf(EvaluatedThing thing) =>
        Findings.GetValueOrDefault(thing.Key)?.Judgements.FirstOrDefault(judgement => judgement.Account == Person.Account);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is not { } evaluation)
        {
            return NotFound();
        }

        Evaluation = evaluation;
        var findings = await reader.FindingsAsync(evaluation, cancellation);
        Findings = findings.ToDictionary(finding => finding.Thing, StringComparer.Ordinal);
        var judged = findings.Select(finding => new EvaluatedThing(finding.Thing, finding.Reference, finding.Title, finding.Link));
        if (evaluation.PublishedAt is not null)
        {
            Things = [.. judged];
            return Page();
        }

        // What was archived after it had been judged stays to be read.
        var standing = (await documents.TodayAsync(evaluation.About, cancellation))?.Things ?? [];
        Things = [.. standing, .. judged.Where(thing => !standing.Any(other => other.Key == thing.Key))];
        return Page();
    }
}
