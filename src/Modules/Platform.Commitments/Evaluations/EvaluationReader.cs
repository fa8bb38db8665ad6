using Microsoft.EntityFrameworkCore;
using Platform.Commitments.OpennessProgramme;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Files;
using Platform.Kernel.Time;

namespace Platform.Commitments.Evaluations;

/// <summary>Reads evaluations: for everybody those that are published, for the workspace all.</summary>
internal sealed class EvaluationReader(CommuneContext db, IDocuments documents, CurrentCommune commune)
{
    /// <summary>Published ones of the documents that the commune shows, the latest period first.</summary>
    public async Task<IReadOnlyList<Evaluation>> PublishedAsync(CancellationToken cancellation) =>
    [
        .. (await db.Set<Evaluation>().AsNoTracking().Where(evaluation => evaluation.PublishedAt != null).ToListAsync(cancellation))
            .Where(evaluation => commune.Value.Profile.Has(evaluation.About.Feature()))
            .OrderByDescending(evaluation => evaluation.Period.End).ThenBy(evaluation => evaluation.About),
    ];

    public async Task<Evaluation?> PublishedAsync(Evaluated about, Period period, CancellationToken cancellation) =>
        commune.Value.Profile.Has(about.Feature())
            ? await db.Set<Evaluation>().AsNoTracking().FirstOrDefaultAsync(
                evaluation => evaluation.About == about && evaluation.Period == period && evaluation.PublishedAt != null, cancellation)
            : null;

    /// <summary>What was said in an evaluation, in the order of the document, the whole first.</summary>
    public async Task<IReadOnlyList<Finding>> FindingsAsync(Evaluation evaluation, CancellationToken cancellation)
    {
        var judgements = await db.Set<Judgement>().AsNoTracking().Where(judgement => judgement.EvaluationId == evaluation.Id).ToListAsync(cancellation);
        var answers = judgements.Count == 0
            ? []
            : await db.Set<EvaluationAnswer>().AsNoTracking().Where(answer => answer.EvaluationId == evaluation.Id).ToListAsync(cancellation);
        return Findings(evaluation, judgements, answers);
    }

    /// <summary>What published evaluations said of one thing, the latest period first.</summary>
    public async Task<ThingEvaluations> OfThingAsync(string thing, CancellationToken cancellation)
    {
        var rows = await (
            from judgement in db.Set<Judgement>().AsNoTracking()
            join evaluation in db.Set<Evaluation>().AsNoTracking() on judgement.EvaluationId equals evaluation.Id
            where judgement.Thing == thing && evaluation.PublishedAt != null
            select new { Judgement = judgement, Evaluation = evaluation }).ToListAsync(cancellation);
        if (rows.Count == 0)
        {
            return ThingEvaluations.None;
        }

        var evaluations = rows.Select(row => row.Evaluation.Id).Distinct().ToList();
        var answers = await db.Set<EvaluationAnswer>().AsNoTracking()
            .Where(answer => answer.Thing == thing && evaluations.Contains(answer.EvaluationId)).ToListAsync(cancellation);
        var findings = rows.GroupBy(row => row.Evaluation.Id).Select(group => (
            group.First().Evaluation,
            Findings(group.First().Evaluation, [.. group.Select(row => row.Judgement)], [.. answers.Where(answer => answer.EvaluationId == group.Key)])[0]));
        return new(
            [.. findings.OrderByDescending(pair => pair.Evaluation.Period.End)],
            await FilesAsync(rows.Select(row => row.Judgement), unpublished: false, cancellation));
    }

    /// <summary>
    /// What the committee said last of each thing of a document, by the thing's key: three queries, however many things and evaluations there are.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, Verdict>> LatestAsync(Evaluated about, CancellationToken cancellation)
    {
        var published = (await db.Set<Evaluation>().AsNoTracking().Where(evaluation => evaluation.About == about && evaluation.PublishedAt != null).ToListAsync(cancellation))
            .OrderByDescending(evaluation => evaluation.Period.End).ThenByDescending(evaluation => evaluation.PublishedAt).ToList();
        if (published.Count == 0)
        {
            return new Dictionary<string, Verdict>();
        }

        var ids = published.ConvertAll(evaluation => evaluation.Id);
        var judged = await db.Set<Judgement>().Where(judgement => ids.Contains(judgement.EvaluationId))
            .Select(judgement => new { judgement.Thing, judgement.EvaluationId }).Distinct().ToListAsync(cancellation);
        var latest = judged.GroupBy(pair => pair.Thing, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => ids[group.Min(pair => ids.IndexOf(pair.EvaluationId))], StringComparer.Ordinal);
        var shown = latest.Values.Distinct().ToList();
        var judgements = await db.Set<Judgement>().AsNoTracking().Where(judgement => shown.Contains(judgement.EvaluationId))
            .Select(judgement => new { judgement.Id, judgement.EvaluationId, judgement.Thing, judgement.Account, judgement.Degree }).ToListAsync(cancellation);
        return judgements.Where(judgement => latest[judgement.Thing] == judgement.EvaluationId).GroupBy(judgement => judgement.Thing, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => new Verdict(
                    published[ids.IndexOf(latest[group.Key])], group.Key,
                    Degrees.Of(group.OrderByDescending(judgement => judgement.Id).DistinctBy(judgement => judgement.Account).Select(judgement => judgement.Degree))),
                StringComparer.Ordinal);
    }

    /// <summary>How many members judged in each of the published evaluations, by its number.</summary>
    public async Task<IReadOnlyDictionary<int, int>> MembersAsync(IReadOnlyCollection<Evaluation> evaluations, CancellationToken cancellation)
    {
        var ids = evaluations.Select(evaluation => evaluation.Id).ToList();
        return ids.Count == 0
            ? new Dictionary<int, int>()
            : (await db.Set<Judgement>().Where(judgement => ids.Contains(judgement.EvaluationId))
                    .Select(judgement => new { judgement.EvaluationId, judgement.Account }).Distinct().ToListAsync(cancellation))
                .GroupBy(pair => pair.EvaluationId).ToDictionary(group => group.Key, group => group.Count());
    }

    /// <summary>Files that came with judgements, by <see cref="Judgement.DocumentsSubject"/>.</summary>
    public async Task<ILookup<string, AttachedDocument>> FilesAsync(IEnumerable<Judgement> judgements, bool unpublished, CancellationToken cancellation)
    {
        var subjects = judgements.Select(judgement => judgement.DocumentsSubject).OfType<string>().ToList();
        return subjects.Count == 0 ? ThingEvaluations.None.Files : await documents.OfAsync(subjects, unpublished, cancellation);
    }

    private static IReadOnlyList<Finding> Findings(Evaluation evaluation, List<Judgement> judgements, List<EvaluationAnswer> answers) =>
    [
        .. judgements.OrderByDescending(judgement => judgement.Id).GroupBy(judgement => judgement.Thing, StringComparer.Ordinal)
            .Select(group => new Finding(
                group.Key, group.First().Reference, group.First().Title, EvaluatedReader.LinkOf(evaluation, group.Key, group.First().Reference),
                [.. group.DistinctBy(judgement => judgement.Account).OrderBy(judgement => judgement.Id)],
                answers.Where(answer => answer.Thing == group.Key).MaxBy(answer => answer.Id)))
            .OrderBy(finding => finding.Thing != EvaluatedDocuments.Whole).ThenBy(finding => finding.Reference, References.InOrder),
    ];
}

/// <summary>What published evaluations said of one thing.</summary>
internal sealed record ThingEvaluations(IReadOnlyList<(Evaluation Evaluation, Finding Finding)> All, ILookup<string, AttachedDocument> Files)
{
    public static ThingEvaluations None { get; } = new([], Array.Empty<AttachedDocument>().ToLookup(_ => ""));
}
