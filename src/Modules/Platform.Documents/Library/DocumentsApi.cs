using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Ui.Sites;

namespace Platform.Documents.Library;

/// <summary><c>GET /api/v1/documents</c> and <c>/api/v1/documents/12</c>: what is published, and where it can be fetched.</summary>
internal static class DocumentsApi
{
    private const int PageSize = 50;

    public static IEndpointRouteBuilder MapDocumentsApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/documents", ListAsync)
            .WithMetadata(new SiteAttribute(SiteKind.Commune))
            .WithName("GetDocuments")
            .WithTags("Documents")
            .WithSummary("Published documents, the latest first, 50 a page, with the newest version of each file")
            .WithDescription("Filters: kind, language (ar, fr, zgh, ary), variant (original, plain-language, sign-language, audio, braille, darija, amazigh), q. 400 where one is malformed.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .CacheOutput(PublicCache.Policy);
        endpoints.MapGet("/api/v1/documents/{number:int}", OneAsync)
            .WithMetadata(new SiteAttribute(SiteKind.Commune))
            .WithName("GetDocument")
            .WithTags("Documents")
            .WithSummary("A published document with every version of its files")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .CacheOutput(PublicCache.Policy);
        return endpoints;
    }

    private static async Task<Results<Ok<DocumentsAnswer>, ProblemHttpResult>> ListAsync(
        HttpRequest request, DocumentReader documents, CurrentCommune commune, CancellationToken cancellation,
        string? kind = null, string? language = null, string? variant = null, string? q = null, string? p = null)
    {
        // The parameters are named for the description; the filter reads them, the same as the page does.
        _ = (kind, language, variant, q, p);
        if (!DocumentFilter.TryRead(request.Query, out var filter))
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest);
        }

        var page = await documents.ListAsync(filter, unpublished: false, filter.Page, PageSize, cancellation);
        return TypedResults.Ok(new DocumentsAnswer(
            page.Found, page.Page, page.Pages,
            [.. page.Documents.Select(document => new DocumentAnswer(
                document.Number, DocumentWord.Of(document.Kind), document.Title, document.Summary, document.Date, document.Origin, document.PublishedAt!.Value,
                commune.Value.Address + "/ar" + document.Link, [.. document.Files.Select(file => Of(file, commune.Value))]))]));
    }

    private static async Task<Results<Ok<DocumentAnswer>, ProblemHttpResult>> OneAsync(
        int number, DocumentReader documents, CurrentCommune commune, CancellationToken cancellation) =>
        await documents.FindAsync(number, unpublished: false, cancellation) is { } document
            ? TypedResults.Ok(new DocumentAnswer(
                document.Id, DocumentWord.Of(document.Kind), document.Title, document.Summary, document.Date, document.Origin, document.PublishedAt!.Value,
                commune.Value.Address + "/ar" + document.Link,
                [.. document.Files.Where(file => file.RemovedAt is null).OrderBy(file => file.Variant).ThenBy(file => file.Language)
                    .ThenByDescending(file => file.Version).Select(file => Of(file, commune.Value))]))
            : TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);

    private static FileAnswer Of(DocumentFile file, Commune commune) => new(
        DocumentWord.Of(file.Language), DocumentWord.Of(file.Variant), file.Version, file.Name, file.Format.MediaType, file.Length, file.Digest, file.AddedAt,
        file.Note, $"{commune.Address}/documents/{file.DocumentId}/files/{file.Id}");
}

internal sealed record DocumentsAnswer(int Found, int Page, int Pages, IReadOnlyList<DocumentAnswer> Documents);

/// <param name="Date">The day of the act that it documents.</param>
/// <param name="Origin">Who made it, where that is not the commune.</param>
internal sealed record DocumentAnswer(
    int Number, string Kind, LocalizedText Title, LocalizedText? Summary, DateOnly Date, string? Origin, DateTime PublishedAt, string Page, IReadOnlyList<FileAnswer> Files);

/// <param name="Version">From 1, within language and variant.</param>
/// <param name="Note">What is new in this version.</param>
internal sealed record FileAnswer(
    string Language, string Variant, int Version, string Name, string MediaType, long Bytes, string Sha256, DateTime AddedAt, string? Note, string Url);
