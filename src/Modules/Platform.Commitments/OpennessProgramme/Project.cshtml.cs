using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.Evaluations;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Consulting;
using Platform.Kernel.Files;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>The card of an openness project, by its number in the national list.</summary>
[Feature(Feature.Openness)]
internal sealed class ProjectModel(OpennessReader programmes, CommuneContext db, IDocuments documents, IShapers shapers, EvaluationReader evaluations, TimeProvider time) : CommunePage
{
    public DateOnly Today { get; } = time.TodayInMorocco();

    /// <summary>Published files that show what was said, by <see cref="CompletionEntry.DocumentsSubject"/>.</summary>
    public ILookup<string, AttachedDocument> Files { get; private set; } = Array.Empty<AttachedDocument>().ToLookup(_ => "");

    /// <summary>Of the action plan, those that answer to it.</summary>
    public IReadOnlyList<PlanActivity> Activities { get; private set; } = [];

    public Project Project { get; private set; } = null!;

    /// <summary>Remarks that changed the card.</summary>
    public IReadOnlyList<Shaped> Shaped { get; private set; } = [];

    /// <summary>What the committee said of it.</summary>
    public ThingEvaluations Evaluations { get; private set; } = ThingEvaluations.None;

    public ListedProject? Previous { get; private set; }

    public ListedProject? Next { get; private set; }

    /// <summary>False where the documents give nothing but number and title.</summary>
    public bool HasCard => Project.Problem is not null || Project.Solutions is not null || Project.Funding is not null || Project.Indicators.Count > 0;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellation)
    {
        if (await programmes.ProjectAsync(number, cancellation) is not { } project)
        {
            return NotFound();
        }

        Project = project;
        if (project.ArchivedOn <= Today)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }

        Shaped = await shapers.OfAsync([string.Create(CultureInfo.InvariantCulture, $"/openness/projects/{number}")], cancellation);
        var subjects = project.Completions.Select(entry => entry.DocumentsSubject).OfType<string>().ToList();
        if (subjects.Count > 0)
        {
            Files = await documents.OfAsync(subjects, unpublished: false, cancellation);
        }

        Activities = [.. (await db.ReadAxesAsync(Today, cancellation)).SelectMany(axis => axis.Activities).Where(activity => activity.OpennessProject == number)];
        Evaluations = await evaluations.OfThingAsync(EvaluatedDocuments.OfProject(project.Id), cancellation);
        var projects = await programmes.ProjectsAsync(cancellation);
        Previous = projects.LastOrDefault(other => other.Number < number);
        Next = projects.Find(other => other.Number > number);
        return Page();
    }

    public IReadOnlyList<ProjectIndicator> Indicators(ProjectIndicatorKind kind) => Project.Indicators.FindAll(indicator => indicator.Kind == kind);
}
