using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Downloads;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
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
                OpennessReader reader, OutlineFiles outline, IStringLocalizer<OpennessTexts> texts, IStringLocalizer<DownloadTexts> names, TimeProvider time,
                CancellationToken cancellation) =>
                await reader.WholeAsync(cancellation) is { } programme
                    ? outline.Answer(format, names["OpennessName"], programme.Title, [.. Rows(programme, texts, time.TodayInMorocco())])
                    : Results.NotFound());
        }
    }

    private static IEnumerable<OutlineRow> Rows(Programme programme, IStringLocalizer texts, DateOnly today)
    {
        foreach (var row in Adoption(programme, texts))
        {
            yield return row;
        }

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
            foreach (var (words, text) in new[]
            {
                ("Problem", project.Problem), ("Solutions", project.Solutions), ("Funding", project.Funding), ("Lead_", project.Lead), ("Partners", project.Partners),
            })
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

            foreach (var step in project.Milestones)
            {
                yield return new OutlineRow(
                    texts["Projects"], texts["ProjectSteps"] + " ·", step.Title, Joined(Saying("StepOutput", step.Output), Dated("StepDue", step.DueOn), Dated("StepDone", step.DoneOn)), 0);
            }

            foreach (var entry in project.Completions)
            {
                yield return new OutlineRow(
                    texts["Projects"], $"{texts["Completion"]} · {Formats.Machine(entry.EffectiveOn)} ·", BothLanguages.Of(typeof(OpennessTexts), "Completion_" + entry.Completion),
                    Joined(entry.Note, Saying("SaidBy", entry.SaidBy), Saying("Evidence", entry.Evidence)), 0);
            }
        }

        foreach (var milestone in programme.Milestones)
        {
            yield return new OutlineRow(
                texts["Milestones"], Formats.Machine(milestone.From), milestone.Title,
                Joined(milestone.Place, BothLanguages.Of(typeof(OpennessTexts), "Milestone_" + milestone.StateOn(today))), 0);
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

    private static IEnumerable<OutlineRow> Adoption(Programme programme, IStringLocalizer texts)
    {
        if (programme.RunsFrom is { } from && programme.RunsTo is { } to)
        {
            yield return new OutlineRow(texts["State"], texts["Runs"] + " ·", null, new LocalizedText($"{Formats.Machine(from)} / {Formats.Machine(to)}"), 0);
        }

        if (programme.AdoptedOn is { } on)
        {
            yield return new OutlineRow(
                texts["State"], texts["AdoptedOn"] + " ·", new LocalizedText(Formats.Machine(on)),
                Joined(programme.Session, programme.Deliberation is { } number ? BothLanguages.Of(typeof(OpennessTexts), "Deliberation", number) : null), 0);
        }

        if (programme.DecisionOn is not null || programme.DecisionNumber is not null)
        {
            yield return new OutlineRow(
                texts["State"], texts["Decision"] + " ·",
                new LocalizedText(string.Join(" · ", new[] { programme.DecisionNumber, programme.DecisionOn is { } day ? Formats.Machine(day) : null }.OfType<string>())), programme.DecisionText, 0);
        }
    }

    /// <summary>A text in the sentence that a page says it in, in both languages.</summary>
    private static LocalizedText? Saying(string key, LocalizedText? text) => text is null
        ? null
        : new(BothLanguages.Of(typeof(OpennessTexts), key, text.Ar).Ar, BothLanguages.Of(typeof(OpennessTexts), key, text.In(Language.French)).Fr);

    private static LocalizedText? Dated(string key, DateOnly? day) => day is { } known ? BothLanguages.Of(typeof(OpennessTexts), key, Formats.Machine(known)) : null;

    private static LocalizedText? Joined(params IReadOnlyList<LocalizedText?> texts)
    {
        var told = texts.OfType<LocalizedText>().ToList();
        return told.Count == 0
            ? null
            : new(string.Join(" · ", told.Select(text => text.Ar)), told.Exists(text => text.Fr is not null) ? string.Join(" · ", told.Select(text => text.In(Language.French))) : null);
    }

    private static IEnumerable<OutlineRow> Of(Programme programme, StatementKind kind, string part) =>
        programme.Statements.Where(statement => statement.Kind == kind).Select(statement => new OutlineRow(part, null, statement.Title, statement.Text, 0));
}
