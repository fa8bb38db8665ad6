using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Files;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Commitments.Evaluations;

/// <summary>A published evaluation: what the committee concludes, what it said thing by thing, and what the commune answered.</summary>
internal sealed class EvaluationPublicModel(EvaluationReader reader) : CommunePage
{
    public Evaluation Evaluation { get; private set; } = null!;

    /// <summary>The whole first.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public ILookup<string, AttachedDocument> Files { get; private set; } = ThingEvaluations.None.Files;

    public int Members => Findings.SelectMany(finding => finding.Judgements).Select(judgement => judgement.Account).Distinct().Count();

    public async Task<IActionResult> OnGetAsync(string about, string period, CancellationToken cancellation)
    {
        if (EvaluatedDocuments.Of(about) is not { } document || !Period.TryParse(period, out var evaluated)
            || await reader.PublishedAsync(document, evaluated, cancellation) is not { } evaluation)
        {
            return NotFound();
        }

        Evaluation = evaluation;
        Findings = await reader.FindingsAsync(evaluation, cancellation);
        Files = await reader.FilesAsync(Findings.SelectMany(finding => finding.Judgements), unpublished: false, cancellation);
        return Page();
    }
}
