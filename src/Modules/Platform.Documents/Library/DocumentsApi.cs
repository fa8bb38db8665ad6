using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.Files;
using Platform.Kernel.Text;
using Platform.Ui.Sites;

namespace Platform.Documents.Library;

/// <summary><c>GET /api/v1/documents</c> and <c>/api/v1/documents/12</c>: what is published, and where it can be fetched.</summary>
internal static class DocumentsApi
{
    private const int PageSize = 50;
    private const string PageKey = "page";

    private static readonly QueryKey[] Keys =
    [
        new("kind", "What the document is.") { Allowed = _ => Enum.GetValues<DocumentKind>().Select(MachineWord.Of) },
        new("language", "Language of one of its files.") { Allowed = _ => Enum.GetValues<FileLanguage>().Select(FileLanguageTag.Of) },
        new("variant", "Who one of its files is made for.") { Allowed = _ => Enum.GetValues<FileVariant>().Select(MachineWord.Of) },
        new("q", "Words of title or summary, in any language; accents and vowel signs do not matter.") { Most = DocumentFilter.LongestSearch },
        new(PageKey, "Page of the answer.") { IsNumber = true, Least = 1, Most = DocumentFilter.LastPage, Default = 1 },
    ];

    public static IEndpointRouteBuilder MapDocumentsApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/documents", ListAsync)
            .WithMetadata(new SiteAttribute(SiteKind.Commune))
            .WithName("GetDocuments")
            .WithTags("Documents")
            .WithSummary("Published documents, the latest first, 50 a page, with the newest version of each file")
            .Reads(Keys)
            .Refuses(StatusCodes.Status400BadRequest, "A value is malformed: not of the form that its description gives, or given twice.")
            .CacheOutput(PublicCache.Policy);
        endpoints.MapGet("/api/v1/documents/{number:int}", OneAsync)
            .WithMetadata(new SiteAttribute(SiteKind.Commune))
            .WithName("GetDocument")
            .WithTags("Documents")
            .WithSummary("A published document with every version of its files")
            .Refuses(StatusCodes.Status404NotFound, "No document of this number is published.")
            .CacheOutput(PublicCache.Policy);
        return endpoints;
    }

    private static async Task<Results<Ok<DocumentsAnswer>, ProblemHttpResult>> ListAsync(
        HttpRequest request, DocumentReader documents, CurrentCommune commune, CancellationToken cancellation)
    {
        if (!DocumentFilter.TryRead(request.Query, PageKey, out var filter))
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest);
        }

        var page = await documents.ListAsync(filter, unpublished: false, filter.Page, PageSize, cancellation);
        return TypedResults.Ok(new DocumentsAnswer(
            page.Found, page.Page, page.Pages,
            [.. page.Documents.Select(document => new DocumentAnswer(
                document.Number, MachineWord.Of(document.Kind), document.Title, document.Summary, document.Date, document.Origin, document.PublishedAt!.Value,
                commune.Value.Address + "/ar" + document.Link, [.. document.Files.Select(file => Of(file, commune.Value))]))]));
    }

    private static async Task<Results<Ok<DocumentAnswer>, ProblemHttpResult>> OneAsync(
        [Description("The document's number.")] int number, DocumentReader documents, CurrentCommune commune, CancellationToken cancellation) =>
        await documents.FindAsync(number, unpublished: false, cancellation) is { } document
            ? TypedResults.Ok(new DocumentAnswer(
                document.Id, MachineWord.Of(document.Kind), document.Title, document.Summary, document.Date, document.Origin, document.PublishedAt!.Value,
                commune.Value.Address + "/ar" + document.Link,
                [.. document.Files.Where(file => file.RemovedAt is null).OrderBy(file => file.Variant).ThenBy(file => file.Language)
                    .ThenByDescending(file => file.Version).Select(file => Of(file, commune.Value))]))
            : TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);

    private static DocumentFileAnswer Of(DocumentFile file, Commune commune) => new(
        FileLanguageTag.Of(file.Language), MachineWord.Of(file.Variant), file.Version, file.Name, file.Format.MediaType, file.Length, file.Digest, file.AddedAt,
        file.Note, $"{commune.Address}/documents/{file.DocumentId}/files/{file.Id}");
}

/// <summary>A page of the published documents.</summary>
/// <param name="Found">How many there are on all pages.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="Documents">The documents of this page, the latest first.</param>
internal sealed record DocumentsAnswer(int Found, int Page, int Pages, IReadOnlyList<DocumentAnswer> Documents);

/// <summary>A published document.</summary>
/// <param name="Number">Its number on the commune's site.</param>
/// <param name="Kind"><c>deliberation</c>, <c>minutes</c>, <c>report</c> …</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">What is in it; none where nobody said.</param>
/// <param name="Date">The day of the act that it documents.</param>
/// <param name="Origin">Who made it, where that is not the commune.</param>
/// <param name="PublishedAt">When it was published, UTC.</param>
/// <param name="Page">Address of its page for people.</param>
/// <param name="Files">Its files: the original first, then what was made for everyone.</param>
internal sealed record DocumentAnswer(
    int Number, string Kind, LocalizedText Title, LocalizedText? Summary, DateOnly Date, string? Origin, DateTime PublishedAt, string Page, IReadOnlyList<DocumentFileAnswer> Files);

/// <summary>A file of a document.</summary>
/// <param name="Language"><c>ar</c>, <c>fr</c>, <c>zgh</c> (Amazigh) or <c>ary</c> (Darija).</param>
/// <param name="Variant"><c>original</c>, or who it is made for: <c>plain-language</c>, <c>sign-language</c>, <c>audio</c>, <c>braille</c>, <c>darija</c>, <c>amazigh</c>.</param>
/// <param name="Version">From 1, within language and variant.</param>
/// <param name="Name">The file's name.</param>
/// <param name="MediaType">What it is: <c>application/pdf</c>.</param>
/// <param name="Bytes">How large it is, in bytes.</param>
/// <param name="Sha256">Digest over its bytes, hexadecimal.</param>
/// <param name="AddedAt">When this version was added, UTC.</param>
/// <param name="Note">What is new in this version; none where nobody said.</param>
/// <param name="Url">Where it can be fetched.</param>
internal sealed record DocumentFileAnswer(
    string Language, string Variant, int Version, string Name, string MediaType, long Bytes, string Sha256, DateTime AddedAt, string? Note, string Url);
