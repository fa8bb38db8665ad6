using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;
using Platform.Kernel.Text;

namespace Platform.Ui.ShareCards;

/// <summary>
/// The picture of a public page, for those who share it: <c>/share/fr/charter.png</c> is the card of <c>/fr/charter</c>. The page itself is asked for, as
/// anybody may, and its card says what its head says; so there is a card where there is a page, and nowhere else, and no text is taken from an address.
/// </summary>
internal sealed partial class ShareCard(RequestDelegate next)
{
    private const string Prefix = "/share", Ending = ".png";
    private const string KeptFor = "public, max-age=3600";

    // The same words make the same picture. Drawing one costs as much as some ten pages.
    private static readonly MemoryCache Drawn = new(new MemoryCacheOptions { SizeLimit = 500 });
    private readonly Lazy<CardPainter> painter = new(() => new CardPainter());

    /// <summary>Where the card of a page is.</summary>
    /// <param name="path">Of the page, with its language.</param>
    public static string PathOf(string path) => Prefix + path + Ending;

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || PageOf(request.Path) is not { } page)
        {
            await next(context);
            return;
        }

        var head = await HeadOfAsync(context, page);
        if (head is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await AnswerAsync(context, head);
    }

    private static PathString? PageOf(PathString path) =>
        path.StartsWithSegments(Prefix, StringComparison.Ordinal, out var rest) && rest.Value is { } page && page.EndsWith(Ending, StringComparison.Ordinal)
            && Language.OfPages.Any(language => page == $"/{language.Tag}{Ending}" || page.StartsWith($"/{language.Tag}/", StringComparison.Ordinal))
            ? new(page[..^Ending.Length])
            : null;

    /// <summary>Lets the page answer as it answers everybody, and keeps the answer to itself.</summary>
    private async Task<CardWords?> HeadOfAsync(HttpContext context, PathString page)
    {
        var (request, response) = (context.Request, context.Response);
        var (method, root, path, query, body) = (request.Method, request.PathBase, request.Path, request.QueryString, response.Body);
        var headers = request.Headers.ToArray();
        using var answer = new MemoryStream();
        (request.Method, request.Path, request.QueryString, response.Body) = (HttpMethods.Get, page, default, answer);
        foreach (var name in new[] { HeaderNames.Cookie, HeaderNames.Authorization, HeaderNames.AcceptEncoding, HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince, HeaderNames.Range })
        {
            request.Headers.Remove(name);
        }

        try
        {
            await next(context);
            return response.StatusCode == StatusCodes.Status200OK ? Read(Encoding.UTF8.GetString(answer.GetBuffer().AsSpan(0, (int)answer.Length))) : null;
        }
        finally
        {
            (request.Method, request.PathBase, request.Path, request.QueryString, response.Body) = (method, root, path, query, body);
            foreach (var (name, value) in headers)
            {
                request.Headers[name] = value;
            }

            context.SetEndpoint(null);
            foreach (var name in new[]
            {
                HeaderNames.ContentLength, HeaderNames.ContentType, HeaderNames.ContentLanguage, HeaderNames.Location, HeaderNames.Vary, HeaderNames.ETag,
                HeaderNames.LastModified, HeaderNames.Age, HeaderNames.SetCookie,
            })
            {
                response.Headers.Remove(name);
            }
        }
    }

    /// <returns>None where the page is not one to be shared.</returns>
    private static CardWords? Read(string html)
    {
        var head = html.AsSpan(0, Math.Max(0, html.IndexOf("</head>", StringComparison.Ordinal))).ToString();
        var said = Meta().Matches(head).ToLookup(meta => meta.Groups["name"].Value, meta => WebUtility.HtmlDecode(meta.Groups["content"].Value));
        return said["og:title"].FirstOrDefault() is { Length: > 0 } title && Uri.TryCreate(said["og:url"].FirstOrDefault(), UriKind.Absolute, out var address)
            ? new(title, said["og:site_name"].First(), address.Authority, said["theme-color"].First(), head.Contains("dir=\"rtl\"", StringComparison.Ordinal),
                said["share-card:when"].FirstOrDefault(when => when.Length > 0))
            : null;
    }

    private async Task AnswerAsync(HttpContext context, CardWords words)
    {
        var (tag, picture) = Drawn.GetOrCreate(words, entry =>
        {
            entry.Size = 1;
            var png = painter.Value.Paint(words);
            return (Tag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(png).AsSpan(0, 8))}\""), Picture: png);
        });
        var response = context.Response;
        var headers = response.GetTypedHeaders();
        headers.ETag = tag;
        response.Headers.CacheControl = KeptFor;

        // Networks show it on their own pages.
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "image/png";
        response.ContentLength = picture.Length;
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await response.Body.WriteAsync(picture, context.RequestAborted);
        }
    }

    [GeneratedRegex("<meta (?:name|property)=\"(?<name>[a-z:_-]+)\" content=\"(?<content>[^\"]*)\">")]
    private static partial Regex Meta();
}
