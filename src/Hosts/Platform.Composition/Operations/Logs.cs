using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Platform.Composition.Operations;

internal static class Logs
{
    /// <summary>
    /// In production, where a machine reads them, one JSON object per line with its scopes: the commune and the trace. On a terminal they stay readable.
    /// The framework's own line per request is kept out whatever configuration says: it holds the query, and a query can hold what a person wrote.
    /// </summary>
    public static void AddTo(WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.HttpLogging", LogLevel.None);
        if (builder.Environment.IsProduction() && Console.IsOutputRedirected && builder.Configuration["Logging:Console:FormatterName"] is null)
        {
            builder.Logging.AddJsonConsole(console =>
            {
                console.IncludeScopes = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        }
    }
}
