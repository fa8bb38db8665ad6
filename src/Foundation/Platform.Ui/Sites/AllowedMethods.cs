using Microsoft.AspNetCore.Http;

namespace Platform.Ui.Sites;

/// <summary>
/// Tells an address that knows other methods (405 with Allow) from one that is not there (404). The framework tells it too, but not by site: its 405
/// would say that a commune's address exists on another. So routing is asked again, once for each method, and answers for the site of the request.
/// </summary>
internal sealed class AllowedMethods(RequestDelegate next)
{
    private static readonly string[] Known =
        [HttpMethods.Delete, HttpMethods.Get, HttpMethods.Head, HttpMethods.Patch, HttpMethods.Post, HttpMethods.Put];

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response is not { HasStarted: false, StatusCode: StatusCodes.Status404NotFound } || context.GetEndpoint() is not null)
        {
            return;
        }

        var asked = context.Request.Method;
        var allowed = new List<string>();
        var question = new Question();
        context.Features.Set(question);
        foreach (var method in Known.Where(method => !HttpMethods.Equals(method, asked)))
        {
            context.Request.Method = method;
            context.SetEndpoint(null);
            await next(context);
            if (question.Found)
            {
                allowed.Add(method);
            }
        }

        context.Features.Set<Question>(null);
        context.Request.Method = asked;
        context.SetEndpoint(null);
        if (allowed.Count > 0)
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = string.Join(", ", allowed);
        }
    }

    /// <summary>After routing: where it was only asked, nothing is carried out.</summary>
    public static Task Answer(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<Question>() is not { } question)
        {
            return next(context);
        }

        question.Found = context.GetEndpoint() is not null;
        return Task.CompletedTask;
    }

    private sealed class Question
    {
        public bool Found { get; set; }
    }
}
