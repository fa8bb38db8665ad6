using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Platform.Benchmarks.Pages;

/// <summary>
/// A server without a network: requests go into the product's pipeline and answers into memory, on the thread that asks. What is measured is the page,
/// not a client and the pipes to it.
/// </summary>
internal sealed class DirectServer : IServer
{
    private Func<IFeatureCollection, Task>? process;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        process = async features =>
        {
            var context = application.CreateContext(features);
            try
            {
                await application.ProcessRequestAsync(context);
                application.DisposeContext(context, null);
            }
            catch (Exception error)
            {
                application.DisposeContext(context, error);
                throw;
            }
        };
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    /// <returns>How many bytes the answer has.</returns>
    public async Task<int> GetAsync(string host, string path)
    {
        using var body = new MemoryStream();
        var request = new HttpRequestFeature { Method = HttpMethods.Get, Scheme = "http", Protocol = "HTTP/1.1", Path = path, RawTarget = path };
        request.Headers.Host = host;
        var response = new HttpResponseFeature();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        await process!(features);
        return response.StatusCode == StatusCodes.Status200OK ? (int)body.Length : throw new InvalidOperationException($"{path} answered {response.StatusCode}.");
    }
}
