using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;

namespace Platform.Commitments.Evaluations;

/// <summary>What published evaluations tell the home page, the feed and the site map.</summary>
internal sealed class EvaluationPublishing(EvaluationReader reader, IStringLocalizer<EvaluationsTexts> texts) : IChangeSource, ISitemapSource
{
    /// <summary>Each evaluation is of a document that the commune may do without; that is asked for each.</summary>
    public Feature? Feature => null;

    public async Task<IReadOnlyList<Change>> LatestAsync(int count, CancellationToken cancellation) =>
    [
        .. (await reader.PublishedAsync(cancellation)).OrderByDescending(evaluation => evaluation.PublishedAt).Take(count).Select(evaluation => new Change(
            $"evaluation:{evaluation.Id}", evaluation.PublishedAt!.Value, texts["ChangePublished"], evaluation.Name(), evaluation.Link)),
    ];

    public async Task<IReadOnlyList<SitemapPage>> PagesAsync(CancellationToken cancellation) =>
        [.. (await reader.PublishedAsync(cancellation)).Select(evaluation => new SitemapPage(evaluation.Link))];
}
