using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.Indicators.Figures;
using Platform.Commitments.Indicators.Library;
using Platform.Commitments.OpennessProgramme;
using Platform.Data;
using Platform.Kernel.Indicators;
using Platform.Kernel.Measures;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui.Forms;

namespace Platform.Commitments.Indicators.Following;

/// <summary>What the forms of indicators offer to choose from.</summary>
internal sealed class IndicatorEditing(
    CommuneContext db, MeasureBook measures, IndicatorLibrary library, IStringLocalizer<IndicatorsTexts> texts)
{
    public IReadOnlyDictionary<string, MeasureDefinition> Measures => measures.Definitions;

    /// <summary>Measures by the name of the standard indicator that they count; those that none counts by a name of their own.</summary>
    public IEnumerable<SelectListItem> MeasureOptions(Language language)
    {
        var names = library.Definitions.Where(definition => definition.MeasureKey is not null)
            .GroupBy(definition => definition.MeasureKey!)
            .ToDictionary(group => group.Key, group => group.First().Name.In(language), StringComparer.Ordinal);
        return measures.Definitions.Keys.Order(StringComparer.Ordinal)
            .Select(key => new SelectListItem(names.TryGetValue(key, out var name) ? name : texts["Measure_" + key], key))
            .Prepend(new(texts["ByHand"], ""));
    }

    public IEnumerable<SelectListItem> KindOptions => texts.Choices<IndicatorKind>("Kind");

    public IEnumerable<SelectListItem> DirectionOptions => texts.Choices<Direction>("Direction");

    public IEnumerable<SelectListItem> PeriodicityOptions => texts.Choices<Periodicity>("Periodicity");

    public IEnumerable<SelectListItem> BehaviourOptions => texts.Choices<PeriodBehaviour>("Behaviour");

    /// <summary>Everything that an indicator can follow: charter, plan and its axes, programme and its projects.</summary>
    public async Task<IReadOnlyList<SelectListItem>> LinkOptionsAsync(Language language, string? current, CancellationToken cancellation)
    {
        var axes = await db.Set<Axis>().AsNoTracking().OrderBy(axis => axis.Number).Select(axis => new { axis.Number, axis.Title }).ToListAsync(cancellation);
        var projects = await db.Set<Project>().AsNoTracking().OrderBy(project => project.Number).Select(project => new { project.Number, project.Title }).ToListAsync(cancellation);
        List<SelectListItem> options =
        [
            new("–", ""),
            new(texts["Link_charter", ""], IndicatorLink.Charter),
            new(texts["Link_plan", ""], IndicatorLink.Plan),
            .. axes.Select(axis => new SelectListItem($"{texts["Link_axis", axis.Number]}: {axis.Title.In(language)}", $"axis:{axis.Number}")),
            new(texts["Link_openness", ""], IndicatorLink.Openness),
            .. projects.Select(project => new SelectListItem($"{texts["Link_project", project.Number]}: {project.Title.In(language)}", $"project:{project.Number}")),
        ];
        if (current is not null && !options.Exists(option => option.Value == current))
        {
            options.Add(new(texts["Link_" + current.Split(':')[0], IndicatorLink.NumberOf(current) ?? ""], current));
        }

        return options;
    }

    /// <summary>A code for a commune's own indicator that none bears: <c>own-3</c>.</summary>
    public async Task<string> NewCodeAsync(CancellationToken cancellation)
    {
        var taken = (await db.Set<Indicator>().Select(indicator => indicator.Code).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue).Select(number => $"own-{number}").First(code => !taken.Contains(code));
    }
}
