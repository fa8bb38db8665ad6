using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;
using Platform.Ui.Sites;

namespace Platform.Composition.ReadyAnswers;

/// <summary>Outside the output cache: keeps an answer that was made anew and that the cache's rules allow to be given to everybody.</summary>
internal sealed class KeepReadyAnswers(RequestDelegate next, ReadyAnswerStore ready, TimeProvider time)
{
    // What belongs to one answer on its connection.
    private static readonly HashSet<string> OfOneAnswer = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.Age, HeaderNames.Connection, HeaderNames.ContentLength, HeaderNames.KeepAlive, HeaderNames.Server, HeaderNames.TransferEncoding,
    };

    // Whoever stands in between may ask for another page on the visitor's behalf: what answers that is not the answer to this address.
    public Task InvokeAsync(HttpContext context) =>
        context.Features.Get<Wanted>() is { } wanted && wanted.IsFor(context.Request)
        && context.GetEndpoint()?.Metadata.GetMetadata<OutputCacheAttribute>() is not null && PublicCache.TagOf(context) is { } tag
            ? KeepAsync(context, wanted.Key, tag)
            : next(context);

    private async Task KeepAsync(HttpContext context, ReadyKey key, string tag)
    {
        // Before the page reads anything: a change from now on makes it stale.
        var (generation, madeAt) = (ready.GenerationOf(tag), time.GetUtcNow());
        var response = context.Response;
        var body = response.Body;
        await using var copy = new CopyingStream(body);
        response.Body = copy;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        if (context.Features.Get<FreshPublicAnswer>() is not null && response.StatusCode == StatusCodes.Status200OK
            && !context.RequestAborted.IsCancellationRequested && copy.Copy is { Length: > 0 } bytes)
        {
            var headers = response.Headers.Where(header => !OfOneAnswer.Contains(header.Key)).ToArray();
            var until = madeAt + PublicCache.Longest;
            if (context.Features.Get<PublicPageChange>() is { } change && change.At < until)
            {
                until = change.At;
            }

            ready.Keep(key, new(tag, generation, madeAt, until, context.GetEndpoint(), headers, bytes));
        }
    }
}
