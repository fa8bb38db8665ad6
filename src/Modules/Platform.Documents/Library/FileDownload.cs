using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Platform.Documents.Blobs;
using Platform.Kernel.Communes;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Documents.Library;

/// <summary>
/// <c>/documents/12/files/34</c>: a file of a published document, for everyone; <c>/workspace/documents/12/files/34</c>: of any document, for the team.
/// Whether it may be fetched is asked on every request; a browser that has it asks again each time and is told that nothing changed.
/// </summary>
internal static class FileDownload
{
    public static IEndpointRouteBuilder MapFileDownload(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/documents/{number:int}/files/{file:int}", PublicAsync)
            .WithMetadata(new SiteAttribute(SiteKind.Commune))
            .ExcludeFromDescription();
        endpoints.MapGet("/workspace/documents/{number:int}/files/{file:int}", TeamAsync)
            .WithMetadata(new SiteAttribute(SiteKind.Commune), new WorkspaceAttribute { Everyone = true })
            .ExcludeFromDescription();
        return endpoints;
    }

    private static async Task<IResult> PublicAsync(
        int number, int file, HttpContext context, DocumentReader documents, CommuneBlobs blobs, CancellationToken cancellation)
    {
        if (await documents.FileAsync(number, file, unpublished: false, cancellation) is not { } found)
        {
            return Results.NotFound();
        }

        var answer = await AnswerAsync(found, context, blobs, cancellation);
        if (answer is not null && IsFetchedFromStart(context.Request, found))
        {
            await documents.CountDownloadAsync(found, cancellation);
        }

        return answer ?? Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> TeamAsync(
        int number, int file, HttpContext context, DocumentReader documents, CommuneBlobs blobs, CancellationToken cancellation) =>
        await documents.FileAsync(number, file, unpublished: true, cancellation) is { } found
            ? await AnswerAsync(found, context, blobs, cancellation) ?? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
            : Results.NotFound();

    /// <returns>Null where the store does not have it now.</returns>
    private static async Task<IResult?> AnswerAsync(DocumentFile file, HttpContext context, CommuneBlobs blobs, CancellationToken cancellation)
    {
        Stream? content;
        try
        {
            content = await blobs.OpenAsync(BlobKey.Parse(file.Blob!), cancellation);
        }
        catch (StoreUnavailableException)
        {
            content = null;
        }

        if (content is null)
        {
            return null;
        }

        var headers = context.Response.Headers;

        // What a file holds is never run as part of the site, whatever a browser takes it for.
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "private, no-cache";

        // Ranges and digests are those of the file itself.
        context.Request.Headers.AcceptEncoding = default;
        return Results.Stream(
            content, file.Format.MediaType, file.Name, file.AddedAt, new EntityTagHeaderValue($"\"{file.Digest}\""), enableRangeProcessing: true);
    }

    /// <summary>A download that goes on in the middle, a player that jumps, and a browser that has it already are not counted again.</summary>
    private static bool IsFetchedFromStart(HttpRequest request, DocumentFile file)
    {
        var headers = request.GetTypedHeaders();
        return HttpMethods.IsGet(request.Method)
            && !headers.IfNoneMatch.Any(tag => tag.Tag.Equals($"\"{file.Digest}\"", StringComparison.Ordinal))
            && (headers.Range is null || headers.Range.Ranges.Any(range => range.From == 0));
    }
}
