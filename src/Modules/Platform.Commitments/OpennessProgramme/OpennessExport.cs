using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Downloads;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>The openness programme, whole, as files.</summary>
internal static class OpennessExport
{
    private static readonly (StatementKind Kind, string Words)[] Statements =
    [
        (StatementKind.Goal, "Goals"), (StatementKind.Principle, "Principles"), (StatementKind.PriorityAxis, "PriorityAxes"), (StatementKind.Step, "Method"),
        (StatementKind.WorkFile, "WorkFile"), (StatementKind.NextStep, "NextSteps"),
    ];

    public static void MapOpennessExport(this IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/openness").WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Openness)).ExcludeFromDescription();
        foreach (var format in OutlineFiles.Formats)
        {
            files.MapGet("/export." + format, async (
                OpennessReader reader, OutlineFiles outline, IStringLocalizer<OpennessTexts> texts, IStringLocalizer<DownloadTexts> names, CancellationToken cancellation) =>
                await reader.WholeAsync(cancellation) is { } programme
                    ? outline.Answer(format, names["OpennessName"], programme.Title, [.. Rows(programme, texts)])
                    : Results.NotFound());
        }
    }

    private static IEnumerable<OutlineRow> Rows(Programme programme, IStringLocalizer texts)
    {
        foreach (var (kind, words) in Statements.Take(3))
        {
            foreach (var row in Of(programme, kind, texts[words]))
            {
                yield return row;
            }
        }

        foreach (var project in programme.Projects)
        {
            yield return new OutlineRow(texts["Projects"], project.Number.ToString(CultureInfo.InvariantCulture), project.Title, project.CardTitle, 2);
            foreach (var (words, text) in new[] { ("Problem", project.Problem), ("Solutions", project.Solutions), ("Funding", project.Funding) })
            {
                if (text is not null)
                {
                    yield return new OutlineRow(texts["Projects"], texts[words] + " ·", null, text, 0);
                }
            }

            foreach (var indicator in project.Indicators)
            {
                yield return new OutlineRow(texts["Projects"], texts[indicator.Kind.ToString()] + " ·", null, indicator.Text, 0);
            }
        }

        foreach (var milestone in programme.Milestones)
        {
            yield return new OutlineRow(texts["Milestones"], Formats.Machine(milestone.From), milestone.Title, milestone.Place, 0);
        }

        foreach (var member in programme.Members)
        {
            yield return new OutlineRow(texts["Committee"], texts["Group_" + member.Group], new LocalizedText(member.Name), member.Function, 0);
        }

        foreach (var figure in programme.Figures)
        {
            yield return new OutlineRow(texts["Figures"], figure.Value.ToString(CultureInfo.InvariantCulture), figure.Label, figure.Event, 0);
        }

        foreach (var (kind, words) in Statements.Skip(3))
        {
            foreach (var row in Of(programme, kind, texts[words]))
            {
                yield return row;
            }
        }
    }

    private static IEnumerable<OutlineRow> Of(Programme programme, StatementKind kind, string part) =>
        programme.Statements.Where(statement => statement.Kind == kind).Select(statement => new OutlineRow(part, null, statement.Title, statement.Text, 0));
}
