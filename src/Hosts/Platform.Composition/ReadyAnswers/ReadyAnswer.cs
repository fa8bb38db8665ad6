using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Platform.Composition.ReadyAnswers;

/// <summary>What makes two requests for a public page one and the same. Paths are compared by case, as the output cache does.</summary>
/// <param name="Encodings">The header as the browser sent it: there are few, and agreeing on one costs more than the rest of the answer.</param>
internal sealed record ReadyKey(string Scheme, string Host, string Path, string Query, string Encodings)
{
    /// <summary>Longer than any address or header that browsers send for a public page.</summary>
    private const int Longest = 512;

    /// <returns>None where the request asks for more than the page as everybody sees it: with a cookie or an authorisation, on a condition, by another method.</returns>
    public static ReadyKey? Of(HttpRequest request)
    {
        var headers = request.Headers;
        if (!HttpMethods.IsGet(request.Method) || headers.Cookie.Count > 0 || headers.Authorization.Count > 0 || headers.IfNoneMatch.Count > 0
            || headers.IfModifiedSince.Count > 0 || headers.IfMatch.Count > 0 || headers.IfUnmodifiedSince.Count > 0 || headers.Range.Count > 0
            || headers.AcceptEncoding.Count > 1)
        {
            return null;
        }

        var key = new ReadyKey(
            request.Scheme, request.Host.Value ?? "", request.PathBase.Value + request.Path.Value, request.QueryString.Value ?? "", headers.AcceptEncoding.ToString());
        return key.Length <= Longest ? key : null;
    }

    public int Length => Scheme.Length + Host.Length + Path.Length + Query.Length + Encodings.Length;
}

/// <summary>A public page as it left once.</summary>
/// <param name="Tag">Whose it is: see <see cref="Ui.Sites.PublicCache"/>.</param>
/// <param name="Generation">Of that tag when the page was begun; a later change makes it stale.</param>
/// <param name="Until">When it stops being right, at the latest.</param>
/// <param name="Endpoint">For telemetry: the route that was answered.</param>
internal sealed record ReadyAnswer(
    string Tag, int Generation, DateTimeOffset MadeAt, DateTimeOffset Until, Endpoint? Endpoint, KeyValuePair<string, StringValues>[] Headers, byte[] Body);

/// <summary>Set on a request that a ready answer would have served, so that what it is answered with can be kept.</summary>
internal sealed record Wanted(ReadyKey Key)
{
    /// <summary>True while the request still asks for what it asked for when it came. Its language may have moved from the path to its base by now.</summary>
    public bool IsFor(HttpRequest request) =>
        (request.PathBase.Value + request.Path.Value).AsSpan().TrimEnd('/').SequenceEqual(Key.Path.AsSpan().TrimEnd('/'))
        && (request.QueryString.Value ?? "") == Key.Query;
}
