using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Kernel.Files;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Commitments.Evaluations;

/// <summary>Published evaluations as machines read them: what everybody sees on their pages, without the members' names.</summary>
internal static class EvaluationsApi
{
    public static void MapEvaluationsApi(this IEndpointRouteBuilder endpoints)
    {
        Map("/api/v1/evaluations", AllAsync, "GetEvaluations", "Published evaluations by committees of the action plan, the openness programme and the charter")
            .WithDescription("The latest period comes first. Documents that the commune does not show here are left out.");
        Map("/api/v1/evaluations/{about}/{period}", OneAsync, "GetEvaluation", "A published evaluation: thing by thing what the committee judged, without names, and what the commune answered")
            .WithDescription("The document as a whole comes first, then its things in their order.")
            .Refuses(StatusCodes.Status404NotFound, "No evaluation of this document and period is published.");

        RouteHandlerBuilder Map(string path, Delegate handler, string name, string summary) => endpoints.MapGet(path, handler)
            .WithMetadata(new SiteAttribute(SiteKind.Commune))
            .WithName(name)
            .WithTags("Evaluations")
            .WithSummary(summary)
            .CacheOutput(PublicCache.Policy);
    }

    private static async Task<Ok<IReadOnlyList<EvaluationItem>>> AllAsync(EvaluationReader reader, CurrentCommune commune, CancellationToken cancellation)
    {
        var all = await reader.PublishedAsync(cancellation);
        var members = await reader.MembersAsync(all, cancellation);
        return TypedResults.Ok<IReadOnlyList<EvaluationItem>>([.. all.Select(evaluation => Answer(evaluation, members.GetValueOrDefault(evaluation.Id), commune.Value))]);
    }

    private static async Task<Results<Ok<WholeEvaluationAnswer>, ProblemHttpResult>> OneAsync(
        [Description("The document: action-plan, openness or charter.")] string about,
        [Description("The period: 2026-Q3 or 2026.")] string period,
        EvaluationReader reader, CurrentCommune commune, IStringLocalizer<EvaluationsTexts> texts, CancellationToken cancellation)
    {
        if (EvaluatedDocuments.Of(about) is not { } document || !Period.TryParse(period, out var evaluated)
            || await reader.PublishedAsync(document, evaluated, cancellation) is not { } evaluation)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: texts["NoSuchEvaluation"]);
        }

        var findings = await reader.FindingsAsync(evaluation, cancellation);
        var judgements = findings.SelectMany(finding => finding.Judgements).ToList();
        var files = await reader.FilesAsync(judgements, unpublished: false, cancellation);
        return TypedResults.Ok(new WholeEvaluationAnswer(
            Answer(evaluation, judgements.Select(judgement => judgement.Account).Distinct().Count(), commune.Value),
            evaluation.Conclusion,
            [
                .. findings.Select(finding => new FindingAnswer(
                    finding.Thing == EvaluatedDocuments.Whole,
                    finding.Reference.Length == 0 ? null : finding.Reference,
                    finding.Title,
                    PageOf(commune.Value, finding.Link),
                    [.. finding.Degrees.Select(degree => new DegreeAnswer(MachineWord.Of(degree.Degree), degree.Members))],
                    [
                        .. finding.Judgements.Where(judgement => judgement.Comment is not null || judgement.DocumentsSubject is not null).Select(judgement => new OpinionAnswer(
                            MachineWord.Of(judgement.Degree), judgement.Comment, Pages(judgement.DocumentsSubject is { } subject ? files[subject] : [], commune.Value))),
                    ],
                    finding.Answer is { } answer ? new ReplyAnswer(MachineWord.Of(answer.Reply), answer.Text, answer.At) : null)),
            ]));
    }

    private static EvaluationItem Answer(Evaluation evaluation, int members, Commune commune) => new(
        evaluation.About.Word(), evaluation.Document, evaluation.Title, evaluation.Period.ToString(), evaluation.PublishedAt!.Value, members,
        PageOf(commune, evaluation.Link), evaluation.Demonstration);

    private static IReadOnlyList<string> Pages(IEnumerable<AttachedDocument> documents, Commune commune) => [.. documents.Select(document => PageOf(commune, document.Link))];

    private static string PageOf(Commune commune, string link) => $"{commune.Address}/ar{link}";
}

/// <summary>A published evaluation of a document of the commune after a period.</summary>
/// <param name="About">The document: <c>action-plan</c>, <c>openness</c> or <c>charter</c>.</param>
/// <param name="Document">Number of the plan, or version of the charter, that was evaluated; 1 for the openness programme.</param>
/// <param name="Title">Title of the document as it was then.</param>
/// <param name="Period"><c>2026-Q3</c> or <c>2026</c>.</param>
/// <param name="PublishedAt">When it was published, UTC.</param>
/// <param name="Members">How many members of the committee judged.</param>
/// <param name="Page">Address of its page for people.</param>
/// <param name="Demonstration">Generated to show the platform.</param>
internal sealed record EvaluationItem(
    string About, int Document, LocalizedText Title, string Period, DateTime PublishedAt, int Members, string Page, bool Demonstration);

/// <summary>A published evaluation, whole.</summary>
/// <param name="Evaluation">What lists say of it.</param>
/// <param name="Conclusion">What the committee concludes.</param>
/// <param name="Findings">What was judged: the document as a whole first, then its things in their order.</param>
internal sealed record WholeEvaluationAnswer(EvaluationItem Evaluation, LocalizedText? Conclusion, IReadOnlyList<FindingAnswer> Findings);

/// <summary>What the committee said of one thing.</summary>
/// <param name="Whole">It is the document as a whole.</param>
/// <param name="Reference">Number of the activity, project or commitment as it was then; null of the whole.</param>
/// <param name="Title">Its title, or its text, as it was then.</param>
/// <param name="Page">Address at which it is found.</param>
/// <param name="Degrees">How many members judged it how far, from the furthest.</param>
/// <param name="Opinions">Comments and files of members, without their names.</param>
/// <param name="Reply">What the commune answers; null while it has not.</param>
internal sealed record FindingAnswer(
    bool Whole, string? Reference, LocalizedText Title, string Page, IReadOnlyList<DegreeAnswer> Degrees, IReadOnlyList<OpinionAnswer> Opinions, ReplyAnswer? Reply);

/// <summary>How many members judged it so.</summary>
/// <param name="Degree"><c>no-evidence</c>, <c>not-started</c>, <c>limited</c>, <c>substantial</c> or <c>complete</c>.</param>
/// <param name="Members">How many members of the committee.</param>
internal sealed record DegreeAnswer(string Degree, int Members);

/// <summary>What a member said beside the degree.</summary>
/// <param name="Degree">The member's degree, as above.</param>
/// <param name="Comment">In the member's own words and language.</param>
/// <param name="Documents">Addresses of the documents that the member gave as evidence.</param>
internal sealed record OpinionAnswer(string Degree, string? Comment, IReadOnlyList<string> Documents);

/// <summary>What the commune does with what the committee said.</summary>
/// <param name="Reply"><c>noted</c>, <c>taken</c> or <c>seen-otherwise</c>.</param>
/// <param name="Text">What it will do, or why it sees it otherwise.</param>
/// <param name="At">When it answered, UTC.</param>
internal sealed record ReplyAnswer(string Reply, LocalizedText? Text, DateTime At);
