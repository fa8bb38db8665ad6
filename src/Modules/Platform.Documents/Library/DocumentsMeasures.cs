using Platform.Data;
using Platform.Kernel.Files;
using Platform.Kernel.Measures;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Documents.Library;

/// <summary>Figures of what the commune publishes, as published at the end of a period. What was withdrawn since is not known any more and does not count.</summary>
internal sealed class DocumentsMeasures(CommuneContext db) : IMeasureSource
{
    public const string Published = "library.published";
    public const string Minutes = "library.minutes-published";
    public const string Accessible = "library.accessible-share";

    private static readonly Func<CommuneContext, DateTime, CancellationToken, Task<List<PublishedDocument>>> PublishedBefore = Prepared.Query(
        (CommuneContext db, DateTime end) => db.Set<Document>()
            .Where(document => document.PublishedAt < end)
            .OrderBy(document => document.Id)
            .Select(document => new PublishedDocument(
                document.Id, document.Kind, document.Title, document.PublishedAt!.Value,
                document.Files.Any(file => file.RemovedAt == null && file.AddedAt < end && file.Variant != FileVariant.Original))));

    private static readonly MeasureDefinition[] Definitions =
    [
        new(Published, 1, MeasureValue.Count, PeriodBehaviour.Stock),
        new(Minutes, 1, MeasureValue.Count, PeriodBehaviour.Stock),
        new(Accessible, 1, MeasureValue.Percentage, PeriodBehaviour.Stock),
    ];

    public IReadOnlyList<MeasureDefinition> Measures => Definitions;

    public async Task<IReadOnlyDictionary<string, Measurement>> MeasureAsync(IReadOnlyCollection<string> keys, Period period, CancellationToken cancellation)
    {
        var published = await ReadAsync(period, cancellation);
        return keys.ToDictionary(key => key, key => Measurement.Of(Definition(key), Rows(key, published)));
    }

    public async Task<IReadOnlyList<MeasureRow>> RowsAsync(string key, Period period, CancellationToken cancellation) =>
        Rows(Definition(key).Key, await ReadAsync(period, cancellation));

    private MeasureDefinition Definition(string key) =>
        Measures.FirstOrDefault(measure => measure.Key == key)
        ?? throw new ArgumentException($"'{key}' is no measure of the documents.", nameof(key));

    private static List<MeasureRow> Rows(string key, IReadOnlyList<PublishedDocument> published) => key switch
    {
        Accessible => [.. published.Select(document => Row(document, document.IsAccessible ? 1 : 0, 1, document.IsAccessible ? "accessible" : "original-only"))],
        Minutes => [.. published.Where(document => document.Kind == DocumentKind.Minutes).Select(document => Row(document, 1, 0, null))],
        _ => [.. published.Select(document => Row(document, 1, 0, MachineWord.Of(document.Kind)))],
    };

    private static MeasureRow Row(PublishedDocument document, decimal numerator, decimal denominator, string? state) => new(
        $"document:{document.Number}", numerator, denominator, document.Title, Document.LinkOf(document.Number),
        DateOnly.FromDateTime(MoroccoTime.FromUtc(document.PublishedAt)), state);

    private async Task<IReadOnlyList<PublishedDocument>> ReadAsync(Period period, CancellationToken cancellation) =>
        await PublishedBefore(db, MoroccoTime.ToUtc(period.End.AddDays(1)), cancellation);

    private sealed record PublishedDocument(int Number, DocumentKind Kind, LocalizedText Title, DateTime PublishedAt, bool IsAccessible);
}
