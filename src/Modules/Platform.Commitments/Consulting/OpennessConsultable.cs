using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Commitments.OpennessProgramme;
using Platform.Data;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.Consulting;

/// <summary>The openness projects: cards with the fields on which citizens write their notes, whether the programme is published or still being prepared.</summary>
internal sealed class OpennessConsultable(CommuneContext db, TimeProvider time) : IConsultable
{
    private const string Projects = "openness:projects";

    public async Task<IReadOnlyList<ConsultableSource>> SourcesAsync(CancellationToken cancellation) =>
        await InProgramme().AnyAsync(cancellation)
            ? [new(Projects, ConsultableKind.Cards, BothLanguages.Of(typeof(ConsultingTexts), "OpennessProjects"))]
            : [];

    public async Task<IReadOnlyList<ConsultablePart>> PartsAsync(string source, CancellationToken cancellation)
    {
        if (source != Projects)
        {
            return [];
        }

        var published = await db.Set<Programme>().AnyAsync(programme => programme.PublishedAt != null, cancellation);
        var projects = await InProgramme()
            .AsNoTracking()
            .Include(project => project.Indicators.OrderBy(indicator => indicator.Position))
            .OrderBy(project => project.Number)
            .ToListAsync(cancellation);
        return
        [
            .. projects.Select(project => new ConsultablePart(
                string.Create(CultureInfo.InvariantCulture, $"project:{project.Number}"), project.Number.ToString(CultureInfo.InvariantCulture), 1,
                project.CardTitle ?? project.Title,
                [
                    new(CardField.Problem, project.Problem),
                    new(CardField.Solutions, project.Solutions),
                    new(CardField.Funding, project.Funding),
                    new(CardField.FollowUpIndicators, Listed(project, ProjectIndicatorKind.FollowUp)),
                    new(CardField.ImpactIndicators, Listed(project, ProjectIndicatorKind.Impact)),
                    new(CardField.Other, null),
                ],
                published ? string.Create(CultureInfo.InvariantCulture, $"/openness/projects/{project.Number}") : null)),
        ];
    }

    private IQueryable<Project> InProgramme()
    {
        var today = time.TodayInMorocco();
        return db.Set<Project>().Where(project => project.ArchivedOn == null || project.ArchivedOn > today);
    }

    private static LocalizedText? Listed(Project project, ProjectIndicatorKind kind) =>
        project.Indicators.Where(indicator => indicator.Kind == kind).Select(indicator => indicator.Text).ToList().AsList();
}
