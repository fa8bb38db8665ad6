using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Platform.Benchmarks.CachedPages;

/// <summary>The least that ASP.NET Core can do: one endpoint that returns given bytes.</summary>
internal static class BareServer
{
    public const string Path = "/bare";

    public static async Task<WebApplication> StartAsync(int port, byte[] body, string contentType, string? encoding)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.MapGet(Path, async context =>
        {
            context.Response.ContentType = contentType;
            context.Response.ContentLength = body.Length;
            if (encoding is not null)
            {
                context.Response.Headers.ContentEncoding = encoding;
            }

            await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
        });
        await app.StartAsync();
        return app;
    }
}
