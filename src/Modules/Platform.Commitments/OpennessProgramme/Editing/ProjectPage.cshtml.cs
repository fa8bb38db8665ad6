using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.OpennessProgramme.Editing;

/// <summary>The card of a project, with its indicators and its steps.</summary>
[Workspace(Area.Openness)]
internal sealed class ProjectPageModel(CommuneContext db, OpennessDesk desk, AuditTrail audit, IStringLocalizer<OpennessEditingTexts> texts) : EditPage(db)
{
    public const string FollowUpList = "follow-up";
    public const string ImpactList = "impact";
    public const string StepsList = "steps";

    [BindProperty]
    public ProjectInput Input { get; set; } = new();

    public Programme? Programme { get; private set; }

    /// <summary>None while it is being added.</summary>
    public Project? Project { get; private set; }

    public string KeepKey => Project is null ? "openness-project" : $"openness-project-{Project.Id}";

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        Input = Project is null ? ProjectInput.Empty() : ProjectInput.From(Project);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Arrange is not null)
        {
            Input.FollowUp.Arrange(FollowUpList, Arrange);
            Input.Impact.Arrange(ImpactList, Arrange);
            Input.Steps.Arrange(StepsList, Arrange);
            return Arranged();
        }

        await CheckAsync(cancellation);
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var key = KeepKey;
        var isNew = Project is null;
        var project = Project ?? Project.Of(Input.Number!.Value, Input.Title.ToText()!, addedOn: desk.Today);
        if (isNew)
        {
            Programme!.Projects.Add(project);
        }
        else
        {
            Db.EditedFrom(project, Input.Revision);
        }

        Input.ApplyTo(project);
        Word(project, ProjectIndicatorKind.FollowUp, Input.FollowUp);
        Word(project, ProjectIndicatorKind.Impact, Input.Impact);
        Step(project);
        if (isNew)
        {
            audit.Record("openness.project-added", Project.FirstSubjectOf(project.Number), null, null, new { number = project.Number, title = project.Title });
        }
        else
        {
            audit.RecordChange("openness.project-described", $"project:{project.Id}", project);
        }

        try
        {
            if (await Db.SavedAsync(cancellation))
            {
                return Done(texts["ProjectSaved", project.Number], key, $"/workspace/openness#project-{project.Id}");
            }
        }
        catch (DbUpdateException) when (isNew)
        {
            // Somebody else has just added a project of this number.
            Db.ChangeTracker.Clear();
            await FindAsync(id, cancellation);
            Refuse("Input.Number", texts["NumberTaken"]);
            return Invalid();
        }

        await FindAsync(id, cancellation);
        return Clash(ProjectInput.From(Project!), Input, texts);
    }

    private async Task CheckAsync(CancellationToken cancellation)
    {
        if (Input.Number is { } number && await Db.Set<Project>().AnyAsync(other => other.Number == number && other.Id != (Project == null ? 0 : Project.Id), cancellation))
        {
            Refuse("Input.Number", texts["NumberTaken"]);
        }

        for (var i = 0; i < Input.Steps.Count; i++)
        {
            if (Input.Steps[i].Title.IsEmpty && Input.Steps[i].HasMore)
            {
                Refuse($"Input.Steps[{i}].Title.Ar", texts["TitleNeeded"]);
            }

            if (Input.Steps[i].DoneOn > desk.Today)
            {
                Refuse($"Input.Steps[{i}].DoneOn", texts["NotInFuture"]);
            }
        }
    }

    private void Word(Project project, ProjectIndicatorKind kind, IEnumerable<CardIndicatorRow> rows)
    {
        var kept = Kept(
            project.Indicators.FindAll(indicator => indicator.Kind == kind), rows.Where(row => row.Text.ToText() is not null), (indicator, row) => indicator.Id == row.Id,
            (indicator, row, place) => indicator.Word(place, row.Text.ToText()!), (row, place) => ProjectIndicator.Of(kind, place, row.Text.ToText()!));
        project.Indicators.AddRange(kept.Except(project.Indicators).ToList());
    }

    private void Step(Project project)
    {
        var kept = Kept(
            project.Milestones, Input.Steps.Where(row => row.Title.ToText() is not null), (step, row) => step.Id == row.Id,
            (step, row, place) => step.Describe(place, row.Title.ToText()!, row.Output.ToText(), row.DueOn, row.DoneOn),
            (row, place) => ProjectMilestone.Of(place, row.Title.ToText()!, row.Output.ToText(), row.DueOn, row.DoneOn));
        project.Milestones.AddRange(kept.Except(project.Milestones).ToList());
    }

    private async Task<bool> FindAsync(int? id, CancellationToken cancellation)
    {
        Programme = await desk.ProgrammeAsync(cancellation);
        Project = id is null ? null : await desk.ProjectAsync(id.Value, cancellation);
        return Programme is not null && (id is null || Project is not null);
    }
}
