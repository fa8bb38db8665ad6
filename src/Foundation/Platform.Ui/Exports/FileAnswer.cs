using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Platform.Ui;

/// <summary>A file written while it is sent: a result for Razor Pages and for minimal endpoints alike.</summary>
public sealed class FileAnswer : IActionResult, IResult
{
    private readonly string fileName;
    private readonly string contentType;
    private readonly Func<Stream, CancellationToken, Task> write;

    internal FileAnswer(string fileName, string contentType, Func<Stream, CancellationToken, Task> write) =>
        (this.fileName, this.contentType, this.write) = (fileName, contentType, write);

    public Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ExecuteAsync(context.HttpContext);
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.ContentType = contentType;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        response.Headers.ContentDisposition = disposition.ToString();
        return write(response.Body, httpContext.RequestAborted);
    }
}
