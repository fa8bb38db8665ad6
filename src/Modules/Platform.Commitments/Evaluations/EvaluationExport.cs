using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Downloads;
using Platform.Commitments.OpennessProgramme;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.Commitments.Evaluations;

/// <summary>A published evaluation, whole, as files: without the members' names, as on its page.</summary>
internal static class EvaluationExport
{
    public static void MapEvaluationExport(this IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/evaluations/{about}/{period}").WithMetadata(new SiteAttribute(SiteKind.Commune)).ExcludeFromDescription();
        foreach (var format in OutlineFiles.Formats)
        {
            files.MapGet("/export." + format, async (
                string about, string period, EvaluationReader reader, OutlineFiles outline, IStringLocalizer<EvaluationsTexts> texts, CancellationToken cancellation) =>
                EvaluatedDocuments.Of(about) is { } document && Period.TryParse(period, out var evaluated)
                && await reader.PublishedAsync(document, evaluated, cancellation) is { } evaluation
                    ? outline.Answer(
                        format, $"{texts["FileName"]}-{about}-{period}", evaluation.Name(), [.. Rows(evaluation, await reader.FindingsAsync(evaluation, cancellation), texts)])
                    : Results.NotFound());
        }
    }

    private static IEnumerable<OutlineRow> Rows(Evaluation evaluation, IReadOnlyList<Finding> findings, IStringLocalizer texts)
    {
        yield return new OutlineRow(texts["Evaluation"], texts["About"] + " ·", evaluation.Title, null, 0);
        yield return new OutlineRow(texts["Evaluation"], texts["Period"] + " ·", null, new LocalizedText(evaluation.Period.ToString()), 0);
        yield return new OutlineRow(
            texts["Evaluation"], texts["MembersJudged"] + " ·", null,
            new LocalizedText(findings.SelectMany(finding => finding.Judgements).Select(judgement => judgement.Account).Distinct().Count().ToString(CultureInfo.InvariantCulture)), 0);
        if (evaluation.Demonstration)
        {
            yield return new OutlineRow(texts["Evaluation"], null, null, BothLanguages.Of(typeof(EvaluationsTexts), "Demonstration"), 0);
        }

        if (evaluation.Conclusion is { } conclusion)
        {
            yield return new OutlineRow(texts["Conclusion"], null, null, conclusion, 1);
        }

        foreach (var finding in findings)
        {
            yield return new OutlineRow(texts["CommitteeSays"], finding.Reference.Length == 0 ? null : finding.Reference, finding.Title, null, 2);
            foreach (var judgement in finding.Judgements)
            {
                yield return new OutlineRow(
                    texts["CommitteeSays"], texts["AMember"] + " ·", BothLanguages.Of(typeof(OpennessTexts), "Completion_" + judgement.Degree),
                    judgement.Comment is { } comment ? new LocalizedText(comment) : null, 0);
            }

            if (finding.Answer is { } answer)
            {
                yield return new OutlineRow(
                    texts["CommitteeSays"], $"{texts["CommuneAnswers"]} {Formats.Machine(DateOnly.FromDateTime(MoroccoTime.FromUtc(answer.At)))} ·",
                    BothLanguages.Of(typeof(EvaluationsTexts), "Reply_" + answer.Reply), answer.Text, 0);
            }
        }
    }
}
