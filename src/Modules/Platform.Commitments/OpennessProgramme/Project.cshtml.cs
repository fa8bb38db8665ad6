using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Communes;
using Platform.Ui.Sites;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>The card of an openness project, by its number in the national list.</summary>
[Feature(Feature.Openness)]
internal sealed class ProjectModel(OpennessReader programmes) : CommunePage
{
    public Project Project { get; private set; } = null!;

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
        var projects = await programmes.ProjectsAsync(cancellation);
        Previous = projects.LastOrDefault(other => other.Number < number);
        Next = projects.Find(other => other.Number > number);
        return Page();
    }

    public IReadOnlyList<ProjectIndicator> Indicators(ProjectIndicatorKind kind) => Project.Indicators.FindAll(indicator => indicator.Kind == kind);
}
