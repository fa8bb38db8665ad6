using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Evaluations.Desk;

/// <summary>Publishes the evaluation of the period as a whole, with what the committee concludes, after saying what everyone will see.</summary>
[Workspace(Area.Charter, Area.ActionPlan, Area.Openness)]
internal sealed class PublishEvaluationModel(
    CommuneContext db, EvaluationDesk desk, EvaluationReader reader, IDocuments documents, AuditTrail audit, IStringLocalizer<EvaluationsTexts> texts,
    IStringLocalizer<EditingTexts> common) : EditPage(db)
{
    public Evaluation Evaluation { get; private set; } = null!;

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public int Members => Findings.SelectMany(finding => finding.Judgements).Select(judgement => judgement.Account).Distinct().Count();

    /// <summary>Files that came with the judgements: they are published with them.</summary>
    public IReadOnlyList<AttachedDocument> Documents { get; private set; } = [];

    [BindProperty, Localized(Longest = Evaluations.Evaluation.LongestText)]
    public LocalizedInput Conclusion { get; set; } = new();

    [BindProperty]
    public bool Confirmed { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation) => await FindAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Findings.Count == 0)
        {
            Refuse("", texts["NothingJudged"]);
        }

        if (!Confirmed)
        {
            Refuse(nameof(Confirmed), common["ConfirmNeeded"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var overtaken = false;
        await SaveRetriedAsync(
            async () =>
            {
                overtaken = !await FindAsync(id, cancellation);
                if (overtaken)
                {
                    return;
                }

                var evaluation = await Db.Set<Evaluation>().SingleAsync(one => one.Id == id, cancellation);
                evaluation.Publish(Conclusion.ToText(), desk.Now);
                foreach (var subject in Findings.SelectMany(finding => finding.Judgements).Select(judgement => judgement.DocumentsSubject).OfType<string>())
                {
                    await documents.PublishAsync(subject, cancellation);
                }

                audit.Record(
                    "evaluation.published", evaluation.Subject, null, null,
                    new { members = Members, judgements = Findings.Sum(finding => finding.Judgements.Count), conclusion = evaluation.Conclusion });
            },
            cancellation);
        Tell(!overtaken, texts["Published"], texts["PublishedMeanwhile"]);
        SavedForm = overtaken ? null : $"evaluation-{id}-publish";
        return Redirect($"~/workspace/evaluations/{id}");
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is not { PublishedAt: null } evaluation || !desk.Mine.Contains(evaluation.About))
        {
            return false;
        }

        Evaluation = evaluation;
        Findings = await reader.FindingsAsync(evaluation, cancellation);
        Documents = [.. (await reader.FilesAsync(Findings.SelectMany(finding => finding.Judgements), unpublished: true, cancellation)).SelectMany(group => group)];
        return true;
    }
}
